package io.unveil.degradation.occlusion;

import io.unveil.degradation.Draws;

/** One hair: a thin line whose curvature drifts slowly. */
final class HairBrush implements Brush {
    @Override
    public void draw(Canvas canvas, Draws draws, double scale) {
        double x = draws.uniform() * canvas.size().width();
        double y = draws.uniform() * canvas.size().height();
        double direction = draws.uniform() * 2 * Math.PI;
        double bend = .1 * draws.normal();
        double width = Math.max(1, scale * draws.between(1, 3.5));
        int steps = 6 + draws.below(30);
        double length = scale * draws.between(4, 10);
        for (int step = 0; step < steps; step++) {
            bend += .04 * draws.normal();
            direction += bend;
            double nextX = x + length * StrictMath.cos(direction);
            double nextY = y + length * StrictMath.sin(direction);
            canvas.line(x, y, nextX, nextY, width);
            x = nextX;
            y = nextY;
        }
    }
}
