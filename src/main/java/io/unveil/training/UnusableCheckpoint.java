package io.unveil.training;

/** A checkpoint that a training cannot go on from; the message says why. */
public final class UnusableCheckpoint extends RuntimeException {
    UnusableCheckpoint(String message) {
        super(message);
    }
}
