package io.unveil.image;

/**
 * A rectangle of whole pixels.
 *
 * @param x its first column
 * @param y its first row
 * @param width at least 1
 * @param height at least 1
 */
public record Rectangle(int x, int y, int width, int height) {
    public Rectangle {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a rectangle is at least 1 x 1, was %d x %d".formatted(width, height));
        }
    }

    /** A whole picture. */
    public static Rectangle of(Size picture) {
        return new Rectangle(0, 0, picture.width(), picture.height());
    }

    /** From these columns and rows (included) to others (excluded). */
    public static Rectangle between(int left, int top, int right, int bottom) {
        return new Rectangle(left, top, right - left, bottom - top);
    }

    public Size size() {
        return new Size(width, height);
    }

    /** The column after the last one. */
    public int right() {
        return x + width;
    }

    /** The row after the last one. */
    public int bottom() {
        return y + height;
    }

    /** Wider by a margin on each side, but within the picture. */
    public Rectangle grown(int margin, Size picture) {
        return between(
                Math.max(0, x - margin),
                Math.max(0, y - margin),
                Math.min(picture.width(), right() + margin),
                Math.min(picture.height(), bottom() + margin));
    }

    /** The same rectangle, moved to the right and down. */
    public Rectangle moved(int columns, int rows) {
        return new Rectangle(x + columns, y + rows, width, height);
    }

    /** The smallest rectangle that contains both. */
    public Rectangle hull(Rectangle other) {
        return between(
                Math.min(x, other.x),
                Math.min(y, other.y),
                Math.max(right(), other.right()),
                Math.max(bottom(), other.bottom()));
    }

    /** Whether the two have a pixel in common. */
    public boolean touches(Rectangle other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
}
