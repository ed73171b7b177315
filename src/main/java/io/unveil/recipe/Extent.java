package io.unveil.recipe;

/** Height and width of something: a kernel, a step, a receptive field. */
public record Extent(int height, int width) {
    public static Extent square(int side) {
        return new Extent(side, side);
    }

    boolean isSquare() {
        return height == width;
    }

    public int area() {
        return Math.multiplyExact(height, width);
    }

    /** As scripts write it. */
    public String list() {
        return "[%d, %d]".formatted(height, width);
    }

    /** One number where both are equal, such as 2, else both, such as 1x2. */
    public String brief() {
        return isSquare() ? Integer.toString(height) : toString();
    }

    @Override
    public String toString() {
        return height + "x" + width;
    }
}
