package io.unveil.web;

import java.time.Duration;

/** Bytes that come or go slowly: some time of grace from the start, then a least number a second on average. */
final class Pace {
    private final Duration grace;
    private final int slowest;
    private long began = System.nanoTime();
    private long bytes;

    Pace(Duration grace, int slowest) {
        this.grace = grace;
        this.slowest = slowest;
    }

    void start() {
        began = System.nanoTime();
    }

    void moved(int count) {
        bytes += count;
    }

    long bytes() {
        return bytes;
    }

    boolean isLate() {
        return isLate(System.nanoTime() - began);
    }

    /** Whether this many nanoseconds are too many for the bytes that have moved. */
    boolean isLate(long nanoseconds) {
        return nanoseconds > grace.toNanos() + 1e9 * bytes / slowest;
    }
}
