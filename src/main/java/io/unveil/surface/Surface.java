package io.unveil.surface;

/**
 * How much light a surface gives back at a place, about 0 to 1, as far as one likes to go. Places are in its own
 * pixels.
 */
@FunctionalInterface
interface Surface {
    double at(double u, double v);
}
