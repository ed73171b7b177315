package io.unveil.inference;

/**
 * What a request takes while it is worked on.
 *
 * @param pixels of all its pictures: the work
 * @param bytes of Java's heap at the most, besides the body as it was sent
 */
public record Demand(long pixels, long bytes) {
    public Demand {
        if (pixels < 0 || bytes < 0) {
            throw new IllegalArgumentException("a demand of %d pixels and %d bytes".formatted(pixels, bytes));
        }
    }
}
