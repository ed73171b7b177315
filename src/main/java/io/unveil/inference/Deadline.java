package io.unveil.inference;

import java.time.Duration;
import java.util.Optional;

/**
 * The moment at which a request is stopped; checked between tiles. A request whose caller has hung up is stopped too:
 * only the thread that made the deadline looks, all others hear of it. Work with a {@link WorkHandle} has no moment,
 * and is stopped by that.
 */
public final class Deadline {
    /** Whoever waits for the result. */
    @FunctionalInterface
    public interface Company {
        /** Somebody who never leaves. */
        Company STAYS = () -> false;

        /** Whether nobody waits any more. */
        boolean hasGone();
    }

    /** How often is looked whether the caller is still there. */
    static final Duration LOOKS = Duration.ofMillis(250);

    /** Work that seems to take so many times what is left is given up. */
    private static final double SPARE = 1.25;

    /** Gives more memory to the work, or throws {@link RefusedRequest}. */
    @FunctionalInterface
    interface Reserve {
        /** As much as anybody wants. */
        Reserve ENDLESS = bytes -> {};

        void take(long bytes);
    }

    private static final Deadline NONE =
            new Deadline(Optional.empty(), 0, Company.STAYS, Reserve.ENDLESS, Optional.empty());

    private final Optional<Duration> limit;
    private final long end;
    private final Company company;
    private final Reserve reserve;
    private final Thread owner = Thread.currentThread();
    private long looked = System.nanoTime();
    private final Optional<WorkHandle> work;
    private volatile boolean gone;

    private Deadline(Optional<Duration> limit, long end, Company company, Reserve reserve, Optional<WorkHandle> work) {
        this.limit = limit;
        this.end = end;
        this.company = company;
        this.reserve = reserve;
        this.work = work;
    }

    /** This long from now. */
    public static Deadline in(Duration limit) {
        return in(limit, Company.STAYS, Reserve.ENDLESS);
    }

    /** This long from now, for somebody who may leave before, with so much memory. */
    static Deadline in(Duration limit, Company company, Reserve reserve) {
        return new Deadline(
                Optional.of(limit), System.nanoTime() + limit.toNanos(), company, reserve, Optional.empty());
    }

    /** When the work is stopped by its handle, which learns how much of it is done; with so much memory. */
    static Deadline of(WorkHandle work, Reserve reserve) {
        return new Deadline(Optional.empty(), 0, Company.STAYS, reserve, Optional.of(work));
    }

    /**
     * Asks for this much more memory than was known to be needed when the request came in. Throws
     * {@link RefusedRequest} with TOO_LARGE or BUSY.
     */
    public void reserve(long bytes) {
        reserve.take(bytes);
    }

    /** Never: for the command line. */
    public static Deadline none() {
        return NONE;
    }

    /**
     * Throws {@link RefusedRequest}: with TIMED_OUT once the moment has passed, with GONE once nobody waits, with
     * CANCELLED once its handle stopped it.
     */
    public void check() {
        if (company != Company.STAYS) {
            look();
        }
        if (limit.isPresent() && left() <= 0) {
            throw new RefusedRequest(
                    RefusedRequest.Reason.TIMED_OUT,
                    "the request ran past its limit of %d ms (unveil.limits.timeout); a smaller picture takes less, and so does quality=fast of denoise"
                            .formatted(limit.get().toMillis()));
        }
        if (work.isPresent() && work.get().stopped()) {
            throw new RefusedRequest(RefusedRequest.Reason.CANCELLED, "the job was cancelled");
        }
    }

    /** Whether somebody waits for the answer. */
    boolean awaited() {
        return work.isEmpty();
    }

    /** A stage begins that has this many pieces. */
    void begin(int pieces) {
        work.ifPresent(handle -> handle.expect(pieces));
    }

    void pieceDone() {
        work.ifPresent(WorkHandle::pieceDone);
    }

    private void look() {
        if (Thread.currentThread() == owner && System.nanoTime() - looked >= LOOKS.toNanos()) {
            looked = System.nanoTime();
            gone |= company.hasGone();
        }
        if (gone) {
            throw new RefusedRequest(RefusedRequest.Reason.GONE, "the caller has hung up");
        }
    }

    /**
     * Throws {@link RefusedRequest} with TOO_LONG when work that began at a reading of the nanosecond clock will
     * outlast the moment by far, as its first tenth shows: a refusal after a while is better than one after all of it.
     *
     * @param done share of the work that is done, 0 to 1
     */
    void checkPace(long began, double done) {
        double passed = System.nanoTime() - began;
        if (limit.isEmpty() || done <= 0 || passed < limit.get().toNanos() / 10.) {
            return;
        }
        double left = passed / done * (1 - done);
        if (left > SPARE * left()) {
            throw new RefusedRequest(
                    RefusedRequest.Reason.TOO_LONG,
                    "the request would run for about %d s more, past its limit of %d ms (unveil.limits.timeout); send Prefer: respond-async and fetch the result later, or a smaller picture, or quality=fast where the route has it"
                            .formatted(Math.round(left / 1e9), limit.get().toMillis()));
        }
    }

    /** Nanoseconds until the moment; negative after it. */
    long left() {
        return limit.isPresent() ? end - System.nanoTime() : Long.MAX_VALUE;
    }
}
