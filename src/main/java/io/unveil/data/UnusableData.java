package io.unveil.data;

/** Pictures that cannot be trained on; the message says where and why. */
public final class UnusableData extends RuntimeException {
    public UnusableData(String message) {
        super(message);
    }
}
