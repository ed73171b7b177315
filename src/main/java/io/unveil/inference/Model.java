package io.unveil.inference;

import io.unveil.autoencoder.Network;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** A network that is ready to run. Safe for many threads. */
public final class Model {
    private final ModelState.Ready state;
    private final Network network;
    private final Workers workers;
    private final int stride;
    private final int reach;
    private final int tileSide;

    Model(ModelState.Ready state, Network network, Workers workers, int tileSide) {
        this.state = state;
        this.network = network;
        this.workers = workers;
        this.stride = network.architecture().stride();
        this.reach = network.architecture().receptiveField().reach();
        int deep = 4 * (reach + stride);
        this.tileSide = Math.max(tileSide, deep); // at least half of what is read along an axis is kept
    }

    public String name() {
        return state.name();
    }

    public ModelCard card() {
        return state.card();
    }

    /** Where it runs: "cpu" or "gpu". */
    public String device() {
        return state.device();
    }

    /**
     * Cuts a picture of this size into tiles, works on them in parallel and hands each result to the calling thread, in any order.
     * Throws {@link Refused} when the deadline passes. When this returns or throws, no thread works on the picture and every tensor is
     * gone.
     *
     * @param work called by the worker threads
     * @param ready called by the calling thread
     * @return how long the first tile waited for a free worker
     */
    public Duration run(Size picture, TileWork work, BiConsumer<Tile, Pixels> ready, Deadline deadline) {
        return run(picture, tile -> true, work, ready, deadline);
    }

    /**
     * As for all tiles, for those alone that are wanted.
     *
     * @param wanted asked by the calling thread
     */
    public Duration run(
            Size picture, Predicate<Tile> wanted, TileWork work, BiConsumer<Tile, Pixels> ready, Deadline deadline) {
        List<Tile> tiles = Tiles.of(picture, stride, reach, tileSide).stream()
                .filter(wanted)
                .toList();
        return workers.run(
                tiles,
                tile -> work.on(tile, planes -> {
                    deadline.check(); // best quality runs the network eight times
                    return Planes.through(network, planes);
                }),
                ready,
                deadline);
    }

    ModelState.Ready state() {
        return state;
    }

    Network network() {
        return network;
    }
}
