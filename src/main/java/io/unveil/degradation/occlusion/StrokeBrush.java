package io.unveil.degradation.occlusion;

import io.unveil.degradation.Draws;

/**
 * One free-form stroke: a walk whose direction and width drift from step to step, as in the masks of Yu et al., "Free-form image inpainting with gated
 * convolution" (ICCV 2019, section 3.2). A third of them have flat ends.
 */
final class StrokeBrush implements Brush {
    @Override
    public void draw(Canvas canvas, Draws draws, double scale) {
        double x = draws.uniform() * canvas.size().width();
        double y = draws.uniform() * canvas.size().height();
        double direction = draws.uniform() * 2 * Math.PI;
        double bend = .25 * draws.normal();
        double wild = draws.between(.2, 1);
        double width = draws.between(4, 30);
        boolean flat = draws.chance(1 / 3.);
        int steps = 2 + draws.below(9);
        for (int step = 0; step < steps; step++) {
            direction += bend + wild * draws.normal();
            double length = scale * draws.between(8, 40);
            double nextX = x + length * StrictMath.cos(direction);
            double nextY = y + length * StrictMath.sin(direction);
            if (flat) {
                bar(canvas, x, y, nextX, nextY, scale * width);
            } else {
                canvas.line(x, y, nextX, nextY, scale * width);
            }
            x = nextX;
            y = nextY;
            if (flat && step < steps - 1) {
                canvas.line(x, y, x, y, scale * width); // a round joint
            }
            width = Math.min(30, Math.max(3, width + 2 * draws.normal()));
        }
    }

    private static void bar(Canvas canvas, double x, double y, double nextX, double nextY, double width) {
        double half = width / 2 / StrictMath.hypot(nextX - x, nextY - y);
        double acrossX = (y - nextY) * half;
        double acrossY = (nextX - x) * half;
        canvas.polygon(
                new double[] {x - acrossX, x + acrossX, nextX + acrossX, nextX - acrossX},
                new double[] {y - acrossY, y + acrossY, nextY + acrossY, nextY - acrossY});
    }
}
