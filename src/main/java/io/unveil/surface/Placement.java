package io.unveil.surface;

import io.unveil.degradation.Draws;

/** From places in a picture to places on a surface: turned about the picture's middle by up to 1.5 degrees, scaled by up to 3 %, moved anywhere. */
record Placement(double middle, double cosine, double sine, double u0, double v0) {
    private static final double TURN = Math.toRadians(1.5);
    private static final double ANYWHERE = 5000;

    static Placement draw(int side, Draws draws) {
        double turn = draws.between(-TURN, TURN);
        double scale = draws.between(0.97, 1.03);
        return new Placement(
                (side - 1) / 2.,
                scale * StrictMath.cos(turn),
                scale * StrictMath.sin(turn),
                draws.uniform() * ANYWHERE,
                draws.uniform() * ANYWHERE);
    }

    double u(double x, double y) {
        return u0 + cosine * (x - middle) - sine * (y - middle);
    }

    double v(double x, double y) {
        return v0 + sine * (x - middle) + cosine * (y - middle);
    }
}
