package io.unveil.degradation.occlusion;

import io.unveil.degradation.Draws;

/** One outline around a centre: straight-sided with 3 to 12 corners, or smooth, an ellipse or a blob. */
final class PolygonBrush implements Brush {
    private static final int FINE = 48;

    @Override
    public void draw(Canvas canvas, Draws draws, double scale) {
        boolean smooth = draws.chance(.4);
        int corners = smooth ? FINE : 3 + draws.below(10);
        double u = draws.uniform();
        double radius = scale * (8 + 52 * u * u);
        double stretch = draws.between(.5, 1);
        double turn = draws.uniform() * 2 * Math.PI;
        double x = draws.uniform() * canvas.size().width();
        double y = draws.uniform() * canvas.size().height();
        double dents = smooth && draws.chance(.5) ? draws.between(.05, .25) : 0;
        double phase = draws.uniform() * 2 * Math.PI;
        int waves = 2 + draws.below(4);
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * (smooth ? i : i + draws.between(-.3, .3)) / corners;
            double length =
                    radius * (smooth ? 1 + dents * StrictMath.sin(waves * angle + phase) : draws.between(.4, 1));
            double along = length * StrictMath.cos(angle);
            double across = stretch * length * StrictMath.sin(angle);
            xs[i] = x + along * StrictMath.cos(turn) - across * StrictMath.sin(turn);
            ys[i] = y + along * StrictMath.sin(turn) + across * StrictMath.cos(turn);
        }
        canvas.polygon(xs, ys);
    }
}
