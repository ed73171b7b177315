package io.unveil.job;

/** A job that is not accepted, or not found; the message says why, and what would help. */
public final class RefusedJob extends RuntimeException {
    /** The stable code of a refusal. */
    public enum Reason {
        /** No job of this owner has this id. */
        UNKNOWN,
        /** The job is not in the state for this. */
        WRONG_STATE,
        /** The owner has too many jobs that wait or run. */
        TOO_MANY,
        /** The same idempotency key came with another request. */
        CONFLICT,
        /** The database does not answer, or the disk is full. */
        UNAVAILABLE
    }

    private final Reason reason;

    public RefusedJob(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    private RefusedJob(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    static RefusedJob unavailable(String message, Throwable cause) {
        return new RefusedJob(Reason.UNAVAILABLE, message, cause);
    }

    static RefusedJob unknown(String id) {
        return new RefusedJob(
                Reason.UNKNOWN, "there is no job '%s'; finished jobs are deleted after unveil.jobs.keep".formatted(id));
    }

    public Reason reason() {
        return reason;
    }
}
