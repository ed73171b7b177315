package io.unveil.training;

/** A checkpoint from which a training cannot continue; the message says why. */
public final class UnusableCheckpoint extends RuntimeException {
    UnusableCheckpoint(String message) {
        super(message);
    }
}
