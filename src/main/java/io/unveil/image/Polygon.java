package io.unveil.image;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
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
        List<Side> sides = sides(picture.height());
        List<Side> crossed = new ArrayList<>();
        boolean any = false;
        int next = 0;
        for (int row = 0; row < picture.height() && (next < sides.size() || !crossed.isEmpty()); row++) {
            int here = row;
            crossed.removeIf(side -> side.end <= here);
            while (next < sides.size() && sides.get(next).start == row) {
                crossed.add(sides.get(next++));
            }
            any |= markRow(pixels, picture.width(), row, crossed);
        }
        return any;
    }

    /** The sides cross a row's middle in an even number of places; from left to right, every second gap is inside. */
    private static boolean markRow(BitSet pixels, int width, int row, List<Side> crossed) {
        double[] crossings = crossed.stream()
                .mapToDouble(side -> side.at(row + 0.5))
                .sorted()
                .toArray();
        boolean any = false;
        for (int i = 0; i + 1 < crossings.length; i += 2) {
            int left = inside(first(crossings[i]), width);
            int right = inside(first(crossings[i + 1]), width);
            pixels.set(row * width + left, row * width + right);
            any |= left < right;
        }
        return any;
    }

    /** How often its sides cross the middle of a row of a picture: the work to mark it. */
    long crossings(int rows) {
        return sides(rows).stream().mapToLong(side -> side.end - side.start).sum();
    }

    /** Those that cross the middle of a row, by their first such row. */
    private List<Side> sides(int rows) {
        List<Side> sides = new ArrayList<>();
        Point from = corners.get(corners.size() - 1);
        for (Point to : corners) {
            int start = inside(first(Math.min(from.y, to.y)), rows);
            int end = inside(first(Math.max(from.y, to.y)), rows);
            if (start < end) {
                sides.add(new Side(from, to, start, end));
            }
            from = to;
        }
        sides.sort(Comparator.comparingInt(Side::start));
        return sides;
    }

    /** @param end the row after the last one that is crossed */
    private record Side(Point from, Point to, int start, int end) {
        double at(double y) {
            return from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x);
        }
    }

    /** The first pixel along an axis whose centre is not before a place. */
    private static double first(double place) {
        return Math.ceil(place - 0.5);
    }

    private static int inside(double pixel, int length) {
        return (int) Math.max(0, Math.min(length, pixel));
    }
}
