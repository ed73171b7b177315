package io.unveil.degradation.defect;

import io.unveil.image.Rectangle;
import io.unveil.image.Size;
import java.util.Optional;

/**
 * The share of each pixel that a defect covers, 0 to 1: shapes with soft edges, drawn over each other; the highest
 * share counts. Coordinates are in pixels from the upper left corner, pixel (x, y) being centred at (x + 1/2, y + 1/2);
 * what lies outside is cut off.
 */
final class SoftMask {
    private final Size size;
    private final float[] shares;
    private int left;
    private int top;
    private int right;
    private int bottom;

    SoftMask(Size size) {
        this.size = size;
        this.shares = new float[Math.toIntExact(size.pixels())];
        this.left = size.width();
        this.top = size.height();
    }

    Size size() {
        return size;
    }

    /** The shorter side, the unit of shapes' sizes. */
    int side() {
        return Math.min(size.width(), size.height());
    }

    float at(int x, int y) {
        return shares[y * size.width() + x];
    }

    /** The smallest rectangle outside of which nothing is covered; empty where nothing is covered. */
    Optional<Rectangle> box() {
        return left < right ? Optional.of(Rectangle.between(left, top, right, bottom)) : Optional.empty();
    }

    /** How many pixels are covered by more than half. */
    int area() {
        int area = 0;
        for (float share : shares) {
            area += share > .5f ? 1 : 0;
        }
        return area;
    }

    /** Marks the pixels, row by row, that are covered by more than half; the others are left as they are. */
    void addTo(boolean[] marked) {
        for (int i = 0; i < shares.length; i++) {
            marked[i] |= shares[i] > .5f;
        }
    }

    /** Covers a pixel at least to a share; shares below 0 count as 0, those above 1 as 1. */
    void cover(int x, int y, double share) {
        int pixel = y * size.width() + x;
        if (share > shares[pixel]) {
            shares[pixel] = (float) Math.min(1, share);
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x + 1);
            bottom = Math.max(bottom, y + 1);
        }
    }

    /**
     * The part of the picture no further from a place than a distance along both axes; empty where that lies outside of
     * the picture.
     */
    Optional<Rectangle> around(double x, double y, double distance) {
        int fromX = (int) Math.max(0, Math.floor(x - distance));
        int fromY = (int) Math.max(0, Math.floor(y - distance));
        int toX = (int) Math.min(size.width(), Math.ceil(x + distance));
        int toY = (int) Math.min(size.height(), Math.ceil(y + distance));
        return fromX < toX && fromY < toY ? Optional.of(Rectangle.between(fromX, fromY, toX, toY)) : Optional.empty();
    }

    /** A straight line with round ends, whose half width changes evenly from end to end; its edge is one pixel soft. */
    void line(double fromX, double fromY, double fromHalf, double toX, double toY, double toHalf) {
        double alongX = toX - fromX;
        double alongY = toY - fromY;
        double square = alongX * alongX + alongY * alongY;
        double reach = Math.sqrt(square) / 2 + Math.max(fromHalf, toHalf) + 1;
        around((fromX + toX) / 2, (fromY + toY) / 2, reach).ifPresent(part -> {
            for (int y = part.y(); y < part.bottom(); y++) {
                for (int x = part.x(); x < part.right(); x++) {
                    double offX = x + .5 - fromX;
                    double offY = y + .5 - fromY;
                    double way = square == 0 ? 0 : Math.min(1, Math.max(0, (offX * alongX + offY * alongY) / square));
                    offX -= way * alongX;
                    offY -= way * alongY;
                    double half = fromHalf + way * (toHalf - fromHalf);
                    cover(x, y, half + .5 - Math.sqrt(offX * offX + offY * offY));
                }
            }
        });
    }

    /**
     * A rectangle around a place, turned by an angle.
     *
     * @param edge width of the soft edge, in pixels
     */
    void rectangle(double middleX, double middleY, double width, double height, double angle, double edge) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double reach = Math.sqrt(width * width + height * height) / 2 + edge;
        around(middleX, middleY, reach).ifPresent(part -> {
            for (int y = part.y(); y < part.bottom(); y++) {
                for (int x = part.x(); x < part.right(); x++) {
                    double offX = x + .5 - middleX;
                    double offY = y + .5 - middleY;
                    double across = width / 2 - Math.abs(cos * offX + sin * offY);
                    double down = height / 2 - Math.abs(cos * offY - sin * offX);
                    cover(x, y, Math.min(across, down) / edge + .5);
                }
            }
        });
    }
}
