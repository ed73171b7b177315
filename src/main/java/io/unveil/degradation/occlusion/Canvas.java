package io.unveil.degradation.occlusion;

import io.unveil.image.Mask;
import io.unveil.image.Size;

/**
 * A raster for drawing holes, without the platform's graphics and fonts: a pixel is covered if its centre lies in the
 * shape, by arithmetic that gives the same bits everywhere. Coordinates are in pixels from the upper left corner, pixel
 * (x, y) being centred at (x + 1/2, y + 1/2); what lies outside is cut off.
 */
public final class Canvas {
    private final Size size;
    private final boolean[] covered;
    private int count;

    public Canvas(Size size) {
        this.size = size;
        this.covered = new boolean[Math.toIntExact(size.pixels())];
    }

    Size size() {
        return size;
    }

    /** How many pixels are covered. */
    int count() {
        return count;
    }

    /** Row by row, whether a pixel is covered; the canvas's own. */
    public boolean[] covered() {
        return covered;
    }

    Mask mask() {
        return Mask.of(size, (x, y) -> covered[y * size.width() + x]);
    }

    private void cover(int x, int y) {
        int pixel = y * size.width() + x;
        count += covered[pixel] ? 0 : 1;
        covered[pixel] = true;
    }

    /**
     * A straight line with round ends: all pixels no further than half the width from the segment. A line of length 0
     * is a disc.
     */
    void line(double fromX, double fromY, double toX, double toY, double width) {
        if (Math.abs(toX - fromX) + Math.abs(toY - fromY) > 4 * width + 16) { // two halves have smaller bounding boxes
            double x = (fromX + toX) / 2;
            double y = (fromY + toY) / 2;
            line(fromX, fromY, x, y, width);
            line(x, y, toX, toY, width);
            return;
        }
        double alongX = toX - fromX;
        double alongY = toY - fromY;
        double square = alongX * alongX + alongY * alongY;
        double reach = width / 2;
        int right = last(Math.max(fromX, toX) + reach, size.width());
        int bottom = last(Math.max(fromY, toY) + reach, size.height());
        for (int y = first(Math.min(fromY, toY) - reach); y <= bottom; y++) {
            for (int x = first(Math.min(fromX, toX) - reach); x <= right; x++) {
                double offX = x + .5 - fromX;
                double offY = y + .5 - fromY;
                double part = square == 0 ? 0 : Math.min(1, Math.max(0, (offX * alongX + offY * alongY) / square));
                offX -= part * alongX;
                offY -= part * alongY;
                if (offX * offX + offY * offY <= reach * reach) {
                    cover(x, y);
                }
            }
        }
    }

    /** A filled polygon, closed from its last corner to the first; self-crossings follow the even-odd rule. */
    void polygon(double[] xs, double[] ys) {
        double left = xs[0];
        double right = xs[0];
        double top = ys[0];
        double bottom = ys[0];
        for (int i = 1; i < xs.length; i++) {
            left = Math.min(left, xs[i]);
            right = Math.max(right, xs[i]);
            top = Math.min(top, ys[i]);
            bottom = Math.max(bottom, ys[i]);
        }
        int lastX = last(right, size.width());
        int lastY = last(bottom, size.height());
        for (int y = first(top); y <= lastY; y++) {
            for (int x = first(left); x <= lastX; x++) {
                if (inside(x + .5, y + .5, xs, ys)) {
                    cover(x, y);
                }
            }
        }
    }

    /** Counts the sides that a ray to the right crosses. */
    private static boolean inside(double x, double y, double[] xs, double[] ys) {
        boolean inside = false;
        for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
            if (ys[i] > y != ys[j] > y && x < xs[i] + (y - ys[i]) / (ys[j] - ys[i]) * (xs[j] - xs[i])) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static int first(double edge) {
        return (int) Math.max(0, Math.ceil(edge - .5));
    }

    private static int last(double edge, int end) {
        return (int) Math.min(end - 1., Math.floor(edge - .5));
    }
}
