package io.unveil.inference;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The recent rate of serving pictures: the last sixteen, and one megapixel in one second besides. That is the guess
 * before the first picture, and it prevents a few tiny pictures, whose time is nearly all fixed cost, from setting the
 * rate. Guarded by its owner's lock.
 */
final class Throughput {
    private static final int REMEMBERED = 16;
    /** The work of two cores in single precision in {@link #GUESSED_NANOSECONDS}. */
    private static final long GUESSED_PIXELS = 1_000_000;

    private static final long GUESSED_NANOSECONDS = 1_000_000_000;
    /**
     * The longest Retry-After: callers who must wait longer do not come back, and half a minute of work makes room long
     * before its end.
     */
    private static final long LONGEST_SECONDS = 30;

    private record Served(long pixels, long from, long to) {}

    private final Deque<Served> last = new ArrayDeque<>();

    /** One picture, processed between two readings of the nanosecond clock. */
    void served(long pixels, long from, long to) {
        if (last.size() == REMEMBERED) {
            last.remove();
        }
        last.add(new Served(pixels, from, to));
    }

    /** The expected time for this many pixels: whole seconds, 1 to 30. */
    Duration timeFor(long pixels) {
        double seconds = Math.ceil(pixels / pixelsPerSecond());
        return Duration.ofSeconds(Math.max(1, Math.min(LONGEST_SECONDS, (long) seconds)));
    }

    /** The same, however long. */
    Duration expected(long pixels) {
        return Duration.ofMillis((long) (1000 * pixels / pixelsPerSecond()));
    }

    /**
     * All pixels divided by the time in which at least one of the pictures was processed, the guess included; idle time
     * does not count.
     */
    private double pixelsPerSecond() {
        double pixels = GUESSED_PIXELS;
        double busy = GUESSED_NANOSECONDS;
        long until = last.isEmpty() ? 0 : last.element().from();
        for (Served one : last) { // in the order of their ends
            pixels += one.pixels();
            busy += Math.max(0, one.to() - Math.max(until, one.from()));
            until = Math.max(until, one.to());
        }
        return 1e9 * pixels / busy;
    }
}
