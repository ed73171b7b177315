package io.unveil.inference;

import java.time.Duration;
import java.util.Optional;

/**
 * A request that is not served; the message says what was requested, what is possible and, where one helps, which
 * setting changes it.
 */
public final class RefusedRequest extends RuntimeException {
    /** A stopping service knows nothing about its successor; load balancers ask again after this time. */
    private static final Duration ASK_ANOTHER = Duration.ofSeconds(5);

    /** The stable code of a refusal. */
    public enum Reason {
        /** No model has this name. */
        UNKNOWN_MODEL,
        /** The model exists, but was made for another task. */
        WRONG_TASK,
        /** The model's folder is broken. */
        MODEL_UNAVAILABLE,
        /** The picture is sound, but does not fit the model or the other picture. */
        UNPROCESSABLE_IMAGE,
        /** The queue is full; {@link #retryAfter()} is present. */
        BUSY,
        /** The service is shutting down; {@link #retryAfter()} is present. */
        DRAINING,
        /** The request ran past its deadline. */
        TIMED_OUT,
        /** The request would run past its deadline, judged by the time of its first pieces. */
        TOO_LONG,
        /** The work was stopped by its handle. */
        CANCELLED,
        /** The picture needs more memory than there is, even by itself. */
        TOO_LARGE,
        /** The caller has hung up; nobody reads the message. */
        GONE
    }

    private final Reason reason;
    private final Optional<Duration> retryAfter;

    public RefusedRequest(Reason reason, String message) {
        super(message);
        this.reason = reason;
        this.retryAfter = Optional.empty();
    }

    private RefusedRequest(Reason reason, String message, Duration retryAfter) {
        super(message);
        this.reason = reason;
        this.retryAfter = Optional.of(retryAfter);
    }

    /** There is no room for this request; it may be repeated after this time. */
    public static RefusedRequest busy(String message, Duration retryAfter) {
        return new RefusedRequest(Reason.BUSY, message, retryAfter);
    }

    static RefusedRequest draining(String message) {
        return new RefusedRequest(Reason.DRAINING, message, ASK_ANOTHER);
    }

    public Reason reason() {
        return reason;
    }

    /** When to ask again, at least a second; with BUSY and DRAINING. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
