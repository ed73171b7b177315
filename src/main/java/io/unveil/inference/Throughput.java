package io.unveil.inference;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast pictures were served of late, from the last sixteen. Guarded by its owner's lock. */
final class Throughput {
    private static final int REMEMBERED = 16;
    /** Before the first picture is served: a megapixel a second, what two cores do in single precision. */
    private static final double PIXELS_PER_SECOND = 1e6;

    private static final long LONGEST_SECONDS = 600;

    private record Served(long pixels, long from, long to) {}

    private final Deque<Served> last = new ArrayDeque<>();

    /** One picture, worked on between two readings of the nanosecond clock. */
    void served(long pixels, long from, long to) {
        if (last.size() == REMEMBERED) {
            last.remove();
        }
        last.add(new Served(pixels, from, to));
    }

    /** How long so many pixels will take: whole seconds, 1 to 600. */
    Duration timeFor(long pixels) {
        double seconds = Math.ceil(pixels / pixelsPerSecond());
        return Duration.ofSeconds(Math.max(1, Math.min(LONGEST_SECONDS, (long) seconds)));
    }

    /** All pixels over all the time in which at least one of the pictures was worked on; idle time between them does not count. */
    private double pixelsPerSecond() {
        if (last.isEmpty()) {
            return PIXELS_PER_SECOND;
        }
        long pixels = 0;
        long busy = 0;
        long until = last.element().from();
        for (Served one : last) { // in the order of their ends
            pixels += one.pixels();
            busy += Math.max(0, one.to() - Math.max(until, one.from()));
            until = Math.max(until, one.to());
        }
        return 1e9 * pixels / Math.max(1, busy);
    }
}
