package io.unveil.training;

/** Imported weights that do not match their provenance, or cannot be written to the output; the message says why. */
public final class RefusedImport extends RuntimeException {
    RefusedImport(String message) {
        super(message);
    }
}
