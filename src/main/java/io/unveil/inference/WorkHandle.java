package io.unveil.inference;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Work that takes as long as it takes: how much of it is done, and the switch that stops it between two pieces.
 * Thread-safe.
 */
public final class WorkHandle {
    private final AtomicLong expected = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private volatile double reported;
    private volatile boolean stopped;

    /** Stops the work before its next piece; {@link Deadline#check()} throws from then on. */
    public void stop() {
        stopped = true;
    }

    public boolean stopped() {
        return stopped;
    }

    /** Says how much is done of work that has no pieces, 0 to 1. */
    public void report(double share) {
        reported = share;
    }

    /** Share of the pieces known so far that are done, 0 to 1; work in several stages learns of them one by one. */
    public double share() {
        long all = expected.get();
        return all == 0 ? reported : Math.min(1, done.get() / (double) all);
    }

    void expect(int pieces) {
        expected.addAndGet(pieces);
    }

    void pieceDone() {
        done.incrementAndGet();
    }
}
