package io.unveil.report;

import java.time.Duration;

/** Measures the stages of one piece of work, one after the other. */
public final class Stopwatch {
    private long last = System.nanoTime();

    /** The time since the last call, or since the start. */
    public Duration lap() {
        long now = System.nanoTime();
        Duration lap = Duration.ofNanos(now - last);
        last = now;
        return lap;
    }
}
