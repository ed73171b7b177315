package io.unveil.image;

/** Width and height in pixels, both at least 1. */
public record Size(int width, int height) {
    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture is at least 1 x 1, was %d x %d".formatted(width, height));
        }
    }

    /** Number of pixels; long, because int overflows from 46341 x 46341. */
    public long pixels() {
        return (long) width * height;
    }

    /** The size of the same proportions whose number of pixels is nearest to this. */
    public Size ofArea(long area) {
        double scale = Math.sqrt((double) area / pixels());
        return new Size((int) Math.max(1, Math.round(width * scale)), (int) Math.max(1, Math.round(height * scale)));
    }

    /** Whether a rectangle of the other size fits into one of this size. */
    public boolean holds(Size other) {
        return width >= other.width && height >= other.height;
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
