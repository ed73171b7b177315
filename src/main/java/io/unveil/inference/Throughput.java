package io.unveil.inference;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast pictures were served of late: the last sixteen, and one megapixel in one second beside them. That is the
 * guess before the first picture, and it keeps a few tiny pictures, whose time is nearly all fixed cost, from standing
 * for a rate. Guarded by its owner's lock.
 */
final class Throughput {
    private static final int REMEMBERED = 16;
    /** What two cores do in single precision in {@link #GUESSED_NANOSECONDS}. */
    private static final long GUESSED_PIXELS = 1_000_000;

    private static final long GUESSED_NANOSECONDS = 1_000_000_000;
    /** Who is told more does not come back, and work of half a minute makes room long before its end. */
    private static final long LONGEST_SECONDS = 30;

    private record Served(long pixels, long from, long to) {}

    private final Deque<Served> last = new ArrayDeque<>();

    /** One picture, worked on between two readings of the nanosecond clock. */
    void served(long pixels, long from, long to) {
        if (last.size() == REMEMBERED) {
            last.remove();
        }
        last.add(new Served(pixels, from, to));
    }

    /** How long so many pixels will take: whole seconds, 1 to 30. */
    Duration timeFor(long pixels) {
        double seconds = Math.ceil(pixels / pixelsPerSecond());
        return Duration.ofSeconds(Math.max(1, Math.min(LONGEST_SECONDS, (long) seconds)));
    }

    /**
     * All pixels over all the time, the guess included, in which at least one of the pictures was worked on; idle time
     * between them does not count.
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
