package io.unveil.surface;

/** A region: tells whether a place belongs to it. */
@FunctionalInterface
interface Zone {
    boolean has(double u, double v);
}
