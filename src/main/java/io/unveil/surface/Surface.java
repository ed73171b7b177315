package io.unveil.surface;

/** The reflectance of an unbounded surface at a place, about 0 to 1. Places are in the surface's own pixels. */
@FunctionalInterface
interface Surface {
    double at(double u, double v);
}
