package io.unveil.surface;

import io.unveil.degradation.Draws;

/** An uneven round shape: how deep a place lies inside its outline, in pixels; negative outside. */
record Blot(double x, double y, double radius, double uneven, Lattice outline) {
    /** @param uneven share of the radius by which the outline goes in and out */
    static Blot draw(double x, double y, double radius, double uneven, Draws draws) {
        return new Blot(x, y, radius, uneven, Lattice.of(draws));
    }

    double depth(double atX, double atY) {
        double right = atX - x;
        double down = atY - y;
        double bulge = uneven * outline.at(right / (0.9 * radius) + 0.5, down / (0.9 * radius) + 0.5);
        return radius * (1 + bulge) - Math.sqrt(right * right + down * down);
    }
}
