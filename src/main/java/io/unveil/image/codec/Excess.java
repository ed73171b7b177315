package io.unveil.image.codec;

/**
 * More of something than any honest file has, found in a file's structure before a picture is decoded. Where it
 * concerns metadata only, it is broken bytes like any other. The message has the count and the limit.
 */
final class Excess extends IndexOutOfBoundsException {
    private Excess(String message) {
        super(message);
    }

    /** Throws if there are more than these. */
    static void above(long limit, long count, String what) {
        if (count > limit) {
            throw new Excess("%d %s, allowed are %d".formatted(count, what, limit));
        }
    }
}
