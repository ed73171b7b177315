package io.unveil.surface;

import io.unveil.degradation.Draws;

/**
 * An ellipse, given by halves of its axes.
 */
record Ellipse(double x, double y, double along, double across, double cosine, double sine) implements Zone {
    /** @param turn of the axis {@code along}, in radians */
    static Ellipse of(double x, double y, double along, double across, double turn) {
        return new Ellipse(x, y, along, across, StrictMath.cos(turn), StrictMath.sin(turn));
    }

    /** Its longer axis drawn from a range, the other 0.5 to 0.9 of it, in any direction. */
    static Ellipse drawn(double x, double y, double least, double most, Draws draws) {
        double along = draws.between(least, most);
        return of(x, y, along, along * draws.between(0.5, 0.9), draws.between(0, Math.PI));
    }

    /** The square of the distance from the middle, 1 on the rim. */
    double square(double atX, double atY) {
        double right = atX - x;
        double down = atY - y;
        double a = (cosine * right + sine * down) / along;
        double b = (cosine * down - sine * right) / across;
        return a * a + b * b;
    }

    @Override
    public boolean has(double atX, double atY) {
        return square(atX, atY) <= 1;
    }
}
