package io.unveil.inference;

import io.unveil.autoencoder.Network;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A network that is loaded into the engine when it is first used. Thread-safe. */
final class LateNetwork implements AutoCloseable {
    private final Supplier<Network> load;
    private @Nullable Network network;

    LateNetwork(Supplier<Network> load) {
        this.load = load;
    }

    /** The network, loaded if it was not. */
    synchronized Network get() {
        if (network == null) {
            network = load.get();
        }
        return network;
    }

    /** Whether nobody has used it yet. */
    synchronized boolean waits() {
        return network == null;
    }

    /** Tensors alive in it; none while it waits. */
    synchronized int liveArrays() {
        return network == null ? 0 : network.liveArrays();
    }

    @Override
    public synchronized void close() {
        if (network != null) {
            network.close();
        }
    }
}
