package io.unveil.inference;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The models of one folder: read and verified at start, a broken one listed with its error while the others serve. Safe for many threads. */
public final class Models implements AutoCloseable {
    private Models() {}

    /** Starts the engine and loads every subfolder; throws IllegalStateException when the device asked for is not there. */
    public static Models open(InferenceSettings settings) {
        throw new UnsupportedOperationException();
    }

    /** Every model by name, broken ones included. Folders added since the start are looked at first. */
    public List<ModelState> all() {
        throw new UnsupportedOperationException();
    }

    /** One model; empty when no folder has this name. */
    public Optional<ModelState> find(String name) {
        throw new UnsupportedOperationException();
    }

    /** Where networks run: "cpu" or the GPU's name. */
    public String device() {
        throw new UnsupportedOperationException();
    }

    /** Runs a small real picture through a model, for health; throws {@link Refused} when it is unknown or broken. */
    public Duration probe(String name) {
        throw new UnsupportedOperationException();
    }

    /** Waits for tiles that are running, then frees weights and threads. */
    @Override
    public void close() {}
}
