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

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
