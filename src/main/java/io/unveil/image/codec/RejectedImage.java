package io.unveil.image.codec;

import io.unveil.image.Format;

/** A picture that is refused; the message says what was sent, what is allowed and which setting changes it. */
public final class RejectedImage extends RuntimeException {
    /** The stable code of a rejection. */
    public enum Reason {
        /** The bytes are none of the formats in {@link Format}, or a kind of one that is not read. */
        UNSUPPORTED,
        /** The format is known, but the file is cut short or damaged. */
        DAMAGED,
        /** The header claims more pixels, or a longer side, than the limits allow. */
        TOO_MANY_PIXELS
    }

    private final Reason reason;

    public RejectedImage(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public RejectedImage(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    static RejectedImage unsupported(String message) {
        return new RejectedImage(Reason.UNSUPPORTED, message);
    }

    static RejectedImage damaged(String message) {
        return new RejectedImage(Reason.DAMAGED, message);
    }

    public Reason reason() {
        return reason;
    }
}
