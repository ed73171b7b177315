package io.unveil.inference;

import java.time.Duration;
import java.util.Optional;

/** When a request is stopped: at a moment, or by its {@link WorkHandle}; checked between tiles. */
public final class Deadline {
    private static final Deadline NONE = new Deadline(Optional.empty(), 0, Optional.empty());
    /** How long work with a handle may wait without looking whether it was stopped. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Optional<Duration> limit;
    private final long end;
    private final Optional<WorkHandle> work;

    private Deadline(Optional<Duration> limit, long end, Optional<WorkHandle> work) {
        this.limit = limit;
        this.end = end;
        this.work = work;
    }

    /** This long from now. */
    public static Deadline in(Duration limit) {
        return new Deadline(Optional.of(limit), System.nanoTime() + limit.toNanos(), Optional.empty());
    }

    /** Never: for the command line. */
    public static Deadline none() {
        return NONE;
    }

    /** When the work is stopped by its handle, which learns how much of it is done. */
    public static Deadline of(WorkHandle work) {
        return new Deadline(Optional.empty(), 0, Optional.of(work));
    }

    /** Throws {@link RefusedRequest}: TIMED_OUT once the moment has passed, CANCELLED once the work was stopped. */
    public void check() {
        if (limit.isPresent() && left() <= 0) {
            throw new RefusedRequest(
                    RefusedRequest.Reason.TIMED_OUT,
                    "the request ran past its limit of %d ms (unveil.limits.timeout)"
                            .formatted(limit.get().toMillis()));
        }
        if (work.isPresent() && work.get().stopped()) {
            throw new RefusedRequest(RefusedRequest.Reason.CANCELLED, "the job was cancelled");
        }
    }

    /** Nanoseconds until the next check; negative after the moment. */
    long left() {
        if (work.isPresent()) {
            return LOOK.toNanos();
        }
        return limit.isPresent() ? end - System.nanoTime() : Long.MAX_VALUE;
    }

    /** Whether somebody waits for the answer. */
    boolean awaited() {
        return limit.isPresent();
    }

    /** A stage begins that has this many pieces. */
    void begin(int pieces) {
        work.ifPresent(handle -> handle.expect(pieces));
    }

    void pieceDone() {
        work.ifPresent(WorkHandle::pieceDone);
    }
}
