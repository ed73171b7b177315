package io.unveil.inference;

import java.time.Duration;
import java.util.Optional;

/** The moment at which a request is stopped; checked between tiles. Immutable. */
public final class Deadline {
    private static final Deadline NONE = new Deadline(Optional.empty(), 0);

    private final Optional<Duration> limit;
    private final long end;

    private Deadline(Optional<Duration> limit, long end) {
        this.limit = limit;
        this.end = end;
    }

    /** This long from now. */
    public static Deadline in(Duration limit) {
        return new Deadline(Optional.of(limit), System.nanoTime() + limit.toNanos());
    }

    /** Never: for the command line. */
    public static Deadline none() {
        return NONE;
    }

    /** Throws {@link RefusedRequest} with TIMED_OUT once the moment has passed. */
    public void check() {
        if (limit.isPresent() && left() <= 0) {
            throw new RefusedRequest(
                    RefusedRequest.Reason.TIMED_OUT,
                    "the request ran past its limit of %d ms (unveil.limits.timeout)"
                            .formatted(limit.get().toMillis()));
        }
    }

    /** Nanoseconds until the moment; negative after it. */
    long left() {
        return limit.isPresent() ? end - System.nanoTime() : Long.MAX_VALUE;
    }
}
