package io.unveil.degradation.occlusion;

import io.unveil.degradation.Draws;

/** Wear of film and prints: scratches, mostly upright as the film runs, or some specks of dust. */
final class ScratchBrush implements Brush {
    @Override
    public void draw(Canvas canvas, Draws draws, double scale) {
        if (draws.chance(.75)) {
            scratch(canvas, draws, scale);
        } else {
            for (int speck = 3 + draws.below(12); speck > 0; speck--) {
                dust(canvas, draws, scale);
            }
        }
    }

    private static void scratch(Canvas canvas, Draws draws, double scale) {
        double x = draws.uniform() * canvas.size().width();
        double y = draws.between(-.3, 1) * canvas.size().height();
        double direction = draws.chance(.6) ? Math.PI / 2 + .03 * draws.normal() : draws.uniform() * Math.PI;
        double width = Math.max(1, scale * draws.between(1, 3));
        double gaps = draws.chance(.5) ? draws.between(.05, .5) : 0;
        double step = 6 * scale;
        for (double left = draws.between(.1, 1.3) * canvas.size().height(); left > 0; left -= step) {
            double tremble = direction + .05 * draws.normal();
            double nextX = x + step * StrictMath.cos(tremble);
            double nextY = y + step * StrictMath.sin(tremble);
            if (!draws.chance(gaps)) {
                canvas.line(x, y, nextX, nextY, width);
            }
            x = nextX;
            y = nextY;
        }
    }

    private static void dust(Canvas canvas, Draws draws, double scale) {
        double x = draws.uniform() * canvas.size().width();
        double y = draws.uniform() * canvas.size().height();
        double length = scale * draws.between(0, 6);
        double direction = draws.uniform() * Math.PI;
        canvas.line(
                x,
                y,
                x + length * StrictMath.cos(direction),
                y + length * StrictMath.sin(direction),
                Math.max(1, scale * draws.between(1, 5)));
    }
}
