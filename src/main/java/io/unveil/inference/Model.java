package io.unveil.inference;

import ai.djl.ndarray.NDArray;
import io.unveil.anomaly.NormalNeighbours;
import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.LearntKernel;
import io.unveil.autoencoder.Network;
import io.unveil.autoencoder.Stage;
import io.unveil.autoencoder.layer.Layer;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A network that is ready to run, or is when it is first used. Thread-safe. */
public final class Model {
    /**
     * The largest picture that is processed in one piece, in pixels: 32 planes of them in single precision take 128
     * MiB.
     */
    private static final long MOST_IN_ONE_PIECE = 1 << 20;

    private final ModelState.Ready state;
    private final Architecture architecture;
    private final LateNetwork late;
    private final Workers workers;
    private final Optional<NormalNeighbours> normal;
    private final int stride;
    private final int reach;
    private final int margin;
    private final int tileSide;

    Model(
            ModelState.Ready state,
            Architecture architecture,
            LateNetwork late,
            Workers workers,
            Optional<NormalNeighbours> normal,
            int tileSide) {
        this.state = state;
        this.architecture = architecture;
        this.late = late;
        this.workers = workers;
        this.normal = normal;
        this.stride = architecture.stride();
        this.reach = architecture.receptiveField().reach();
        this.margin = (reach + stride - 1) / stride * stride;
        int deep = 4 * (reach + stride);
        this.tileSide = Math.max(tileSide, deep); // at least half of the input along an axis is kept
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

    /** The network as data. */
    public Architecture architecture() {
        return architecture;
    }

    /** The normal pictures that it stores; empty for most models. */
    public Optional<NormalNeighbours> normal() {
        return normal;
    }

    /** The results of a batch, in its order, and how long it waited for a free worker. */
    public record Answers(List<Pixels> all, Duration queue) {}

    /**
     * The answers of a network of one size to planes of that size, all in one pass. Throws {@link RefusedRequest} for
     * planes of another size, and when the deadline passes.
     */
    public Answers answers(List<Pixels> batch, Deadline deadline) {
        batch.forEach(planes -> state.card().only().ifPresent(only -> requireSize(planes.size(), only)));
        List<Pixels> made = new ArrayList<>(batch.size());
        Duration queue = workers.run(
                List.of(batch),
                planes -> Planes.through(network(), network()::run, planes),
                (planes, result) -> made.addAll(result),
                deadline);
        return new Answers(made, queue);
    }

    /**
     * Cuts a picture of this size into tiles, works on them in parallel and hands each result to the calling thread, in
     * any order. A network of one size has one tile. Throws {@link RefusedRequest} when the deadline passes, and for a
     * picture of a size that the network does not take. When this returns or throws, no thread works on the picture and
     * every tensor is freed.
     *
     * @param work called by the worker threads
     * @param ready called by the calling thread
     * @return how long the first tile waited for a free worker
     */
    public Duration run(Size picture, TileWork work, BiConsumer<Tile, Pixels> ready, Deadline deadline) {
        return run(picture, tile -> true, work, ready, deadline);
    }

    /**
     * The same for some of the tiles only.
     *
     * @param wanted whether a tile is needed; called by the calling thread
     */
    public Duration run(
            Size picture, Predicate<Tile> wanted, TileWork work, BiConsumer<Tile, Pixels> ready, Deadline deadline) {
        return workers.run(
                tiles(picture).stream().filter(wanted).toList(),
                tile -> work.on(tile, (planes, turn) -> {
                    deadline.check(); // best quality runs the network eight times
                    return Planes.inner(network(), planes, tile.edges(margin, turn));
                }),
                ready,
                deadline);
    }

    private List<Tile> tiles(Size picture) {
        state.card().only().ifPresent(only -> requireSize(picture, only));
        return state.card().only().isPresent()
                ? List.of(Tiles.whole(picture, stride))
                : Tiles.of(picture, stride, reach, tileSide);
    }

    private void requireSize(Size picture, Size only) {
        if (!picture.equals(only)) {
            throw unprocessable(
                    "model '%s' takes only pictures of %s pixels, this one is %s".formatted(name(), only, picture));
        }
    }

    /** The output of a pass, and how long it waited for a free worker. */
    public record Passed(Pixels planes, Duration queue) {}

    /**
     * The latent code of a picture, which is read in one piece, mirrored at the right and lower edge to whole strides:
     * its height, width and channels as those of pixels. The network must have a code. Throws {@link RefusedRequest}
     * for a picture of more than a megapixel or of a size that the network does not take, and when the deadline passes.
     */
    public Passed encode(Pixels planes, Deadline deadline) {
        state.card().only().ifPresent(only -> requireSize(planes.size(), only));
        requireOnePiece(planes.size());
        return pass(network()::encode, Tiles.whole(planes.size(), stride).read(planes), deadline);
    }

    /**
     * The decoder's output planes for a code; throws {@link RefusedRequest} as {@link #decoded} does, and when the
     * deadline passes.
     */
    public Passed decode(Pixels code, Deadline deadline) {
        decoded(code.size(), code.channels());
        return pass(network()::decode, code, deadline);
    }

    /** What one layer made of planes, its kernel where it has windows, and how long it waited for a free worker. */
    public record Looked(Stage stage, Optional<LearntKernel> kernel, Duration queue) {}

    /**
     * What the layer at a place makes of planes that go in as one piece, their sides multiples of the stride. Throws
     * {@link RefusedRequest} for planes of more than a megapixel, or of another size than the one, and when the
     * deadline passes.
     */
    public Looked stage(Pixels planes, String place, Deadline deadline) {
        state.card().only().ifPresent(only -> requireSize(planes.size(), only));
        requireOnePiece(planes.size());
        List<Looked> made = new ArrayList<>(1);
        Duration queue = workers.run(
                List.of(planes),
                in -> looked(network().stage(in.height(), in.width(), in.values(), place)),
                (in, looked) -> made.add(looked),
                deadline);
        return new Looked(made.get(0).stage(), made.get(0).kernel(), queue);
    }

    private Looked looked(Stage stage) {
        return new Looked(stage, network().kernel(stage.row()), Duration.ZERO);
    }

    /** The size of the picture for a code of this many positions; throws {@link RefusedRequest} where there is none. */
    public Size decoded(Size code, int channels) {
        try {
            Shape picture = architecture.decoded(new Shape(channels, code.height(), code.width()));
            Size size = new Size(picture.width(), picture.height());
            requireOnePiece(size);
            return size;
        } catch (Layer.DoesNotClose e) {
            throw unprocessable("the code does not fit model '%s': %s".formatted(name(), e.why()));
        }
    }

    private void requireOnePiece(Size picture) {
        if (picture.pixels() > MOST_IN_ONE_PIECE && state.card().only().isEmpty()) {
            throw unprocessable(
                    "a picture of %s is too large for a latent code, which is made in one piece; at most %d pixels are"
                            .formatted(picture, MOST_IN_ONE_PIECE));
        }
    }

    private Passed pass(UnaryOperator<NDArray> pass, Pixels in, Deadline deadline) {
        List<Pixels> made = new ArrayList<>(1);
        Duration queue = workers.run(
                List.of(in),
                planes -> Planes.through(network(), pass, planes),
                (planes, result) -> made.add(result),
                deadline);
        return new Passed(made.get(0), queue);
    }

    private static RefusedRequest unprocessable(String message) {
        return new RefusedRequest(RefusedRequest.Reason.UNPROCESSABLE_IMAGE, message);
    }

    ModelState.Ready state() {
        return state;
    }

    /** Whether its network is loaded only when it is first used, and has not been. */
    boolean waits() {
        return late.waits();
    }

    LateNetwork late() {
        return late;
    }

    Network network() {
        return late.get();
    }
}
