package io.unveil.training;

/** Pictures that cannot be trained on; the message says where and why. */
public final class UnusableData extends RuntimeException {
    UnusableData(String message) {
        super(message);
    }
}
