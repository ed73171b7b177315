package io.unveil.degradation.occlusion;

import io.unveil.degradation.Draws;

/** One bar across the whole picture, 6 to 40 pixels thick, upright or level. */
final class BarBrush implements Brush {
    @Override
    public void draw(Canvas canvas, Draws draws, double scale) {
        boolean upright = draws.chance(.5);
        double half = scale * draws.between(6, 40) / 2;
        double width = canvas.size().width();
        double height = canvas.size().height();
        double middle = draws.uniform() * (upright ? width : height);
        double left = upright ? middle - half : 0;
        double right = upright ? middle + half : width;
        double top = upright ? 0 : middle - half;
        double bottom = upright ? height : middle + half;
        canvas.polygon(new double[] {left, right, right, left}, new double[] {top, top, bottom, bottom});
    }
}
