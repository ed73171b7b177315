package io.unveil.web;

import java.time.Duration;

/** Measures the stages of one request, one after the other. */
final class Stopwatch {
    private long last = System.nanoTime();

    /** The time since the last call, or since the start. */
    Duration lap() {
        long now = System.nanoTime();
        Duration lap = Duration.ofNanos(now - last);
        last = now;
        return lap;
    }
}
