package io.unveil.data;

/** Data that cannot be trained or measured on; the message says where and why. */
public final class UnusableData extends RuntimeException {
    public UnusableData(String message) {
        super(message);
    }
}
