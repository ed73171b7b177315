package io.unveil.degradation.occlusion;

import io.unveil.degradation.Draws;

/** One rectangle, small ones more often than large ones; one in seven is turned. */
final class RectangleBrush implements Brush {
    @Override
    public void draw(Canvas canvas, Draws draws, double scale) {
        double x = draws.uniform() * canvas.size().width();
        double y = draws.uniform() * canvas.size().height();
        double halfWidth = scale * side(draws) / 2;
        double halfHeight = scale * side(draws) / 2;
        double angle = draws.chance(1 / 7.) ? draws.between(-Math.PI / 4, Math.PI / 4) : 0;
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double[] xs = new double[4];
        double[] ys = new double[4];
        for (int corner = 0; corner < 4; corner++) {
            double u = corner == 0 || corner == 3 ? -halfWidth : halfWidth;
            double v = corner < 2 ? -halfHeight : halfHeight;
            xs[corner] = x + cos * u - sin * v;
            ys[corner] = y + sin * u + cos * v;
        }
        canvas.polygon(xs, ys);
    }

    private static double side(Draws draws) {
        double u = draws.uniform();
        return 8 + 82 * u * u;
    }
}
