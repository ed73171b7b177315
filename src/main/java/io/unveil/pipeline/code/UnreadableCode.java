package io.unveil.pipeline.code;

/** Bytes that are not a latent code; the message says what was sent and what is allowed. */
public final class UnreadableCode extends RuntimeException {
    /** The stable code of the fault. */
    public enum Reason {
        /** Not a kind of file, or of array, that is read. */
        UNSUPPORTED,
        /** Cut short, contradicting itself, or not of finite numbers. */
        DAMAGED
    }

    private final Reason reason;

    private UnreadableCode(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public static UnreadableCode unsupported(String message) {
        return new UnreadableCode(Reason.UNSUPPORTED, message);
    }

    public static UnreadableCode damaged(String message) {
        return new UnreadableCode(Reason.DAMAGED, message);
    }

    public Reason reason() {
        return reason;
    }
}
