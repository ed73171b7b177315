package io.unveil.training;

/**
 * Weights from elsewhere that are not what their papers say, or cannot be put where they should; the message says why.
 */
public final class RefusedImport extends RuntimeException {
    RefusedImport(String message) {
        super(message);
    }
}
