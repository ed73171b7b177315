package io.unveil.surface;

/** Tells whether a place belongs to it. */
@FunctionalInterface
interface Zone {
    boolean has(double u, double v);
}
