package io.unveil.pipeline;

import java.time.Duration;

/**
 * The time of a request's work.
 *
 * @param queue waiting for a free worker
 * @param inference all other work: estimating, running the network and joining the tiles
 */
public record Timing(Duration queue, Duration inference) {
    /** Of work that began at a reading of the nanosecond clock and has just ended. */
    public static Timing since(long began, Duration queue) {
        return new Timing(queue, Duration.ofNanos(System.nanoTime() - began).minus(queue));
    }
}
