package io.unveil.image;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A region with straight sides, in pixels from the picture's upper left corner: pixel (i, j) belongs to it if its
 * centre (i + 1/2, j + 1/2) lies inside by the even-odd rule. Two polygons that share a side share no pixel.
 *
 * @param corners at least three, in order; the last is joined to the first
 */
public record Polygon(List<Point> corners) {
    /** A place in the picture; both finite. */
    public record Point(double x, double y) {
        public Point {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException("a corner must be finite, was (%s, %s)".formatted(x, y));
            }
        }
    }

    public Polygon {
        corners = List.copyOf(corners);
        if (corners.size() < 3) {
            throw new IllegalArgumentException("a polygon has at least 3 corners, was " + corners.size());
        }
    }

    /** With sides along the axes; width and height in pixels, which need not be whole. */
    public static Polygon rectangle(double x, double y, double width, double height) {
        return new Polygon(List.of(
                new Point(x, y), new Point(x + width, y), new Point(x + width, y + height), new Point(x, y + height)));
    }

    /**
     * Sets the bits of its pixels in a picture, row by row; pixels outside of the picture are left out. Returns whether
     * there were any.
     */
    boolean mark(BitSet pixels, Size picture) {
        int from = inside(first(corners.stream().mapToDouble(Point::y).min().orElseThrow()), picture.height());
        int to = inside(first(corners.stream().mapToDouble(Point::y).max().orElseThrow()), picture.height());
        boolean any = false;
        for (int row = from; row < to; row++) {
            double[] crossings = crossings(row + 0.5);
            for (int i = 0; i < crossings.length; i += 2) {
                int left = inside(first(crossings[i]), picture.width());
                int right = inside(first(crossings[i + 1]), picture.width());
                pixels.set(row * picture.width() + left, row * picture.width() + right);
                any |= left < right;
            }
        }
        return any;
    }

    /** Where the sides cross a horizontal line, from left to right; always an even number. */
    private double[] crossings(double y) {
        double[] found = new double[corners.size()];
        int count = 0;
        Point from = corners.get(corners.size() - 1);
        for (Point to : corners) {
            if ((from.y <= y) != (to.y <= y)) {
                found[count++] = from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x);
            }
            from = to;
        }
        Arrays.sort(found, 0, count);
        return Arrays.copyOf(found, count);
    }

    /** The first pixel along an axis whose centre is not before a place. */
    private static double first(double place) {
        return Math.ceil(place - 0.5);
    }

    private static int inside(double pixel, int length) {
        return (int) Math.max(0, Math.min(length, pixel));
    }
}
