package io.unveil.autoencoder;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.unveil.autoencoder.layer.Layer;
import io.unveil.autoencoder.layer.Mode;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.autoencoder.layer.TransposedConvolution;
import io.unveil.autoencoder.layer.Weight;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An architecture with its weights in the engine, ready to run; several threads may share it. */
public final class Network implements AutoCloseable {
    private final CompiledModule module;
    private final NDManager manager;
    private final NDArray weights;
    private final Architecture architecture;
    private final Precision precision;
    private final Optional<InnerPart> inner;

    private Network(NDManager manager, Architecture architecture, float[] weights, Precision precision) {
        this.manager = manager;
        this.architecture = architecture;
        this.precision = precision;
        this.inner = InnerPart.of(architecture, precision);
        this.module = CompiledModule.load(manager, methods(architecture, precision) + inner());
        this.weights = manager.create(weights);
    }

    /** Loads onto a device; the vector of weights is laid out as {@link Architecture#weights} lists them. */
    public static Network load(Device device, Architecture architecture, float[] weights, Precision precision) {
        Weights.check(architecture, weights);
        return new Network(TorchEngine.newManager(device), architecture, weights, precision);
    }

    /**
     * The text of the method {@code name(x, p)}: planes (N, C, H, W) and the vector of weights to the network's output,
     * both in single precision; for compilation into larger scripts.
     */
    public static String script(String name, Architecture architecture, Mode mode, Precision precision) {
        return script(name, architecture, NetworkPart.WHOLE, mode, precision);
    }

    /**
     * The same of a part: the encoder takes planes to the code, the decoder the code to the output; both take all
     * weights.
     */
    public static String script(
            String name, Architecture architecture, NetworkPart part, Mode mode, Precision precision) {
        return NetworkScript.method(name, architecture, part, mode, precision);
    }

    /** The text of the network and its parts, each in planar form and in a form for interleaved pictures. */
    static String methods(Architecture architecture, Precision precision) {
        String methods = interleaved("pictures", "net") + script("net", architecture, Mode.INFERENCE, precision);
        if (!architecture.hasCode()) {
            return methods;
        }
        return methods
                + script("encoder", architecture, NetworkPart.ENCODER, Mode.INFERENCE, precision)
                + interleaved("encode", "encoder")
                + script("decoder", architecture, NetworkPart.DECODER, Mode.INFERENCE, precision)
                + interleaved("decode", "decoder");
    }

    private String inner() {
        return inner.map(part -> part.method() + interleaved("picturesInner", "inner", ", k: Tensor", "k, "))
                .orElse("");
    }

    private static String interleaved(String name, String planar) {
        return interleaved(name, planar, "", "");
    }

    private static String interleaved(String name, String planar, String parameter, String argument) {
        return """
                  def %s(self: __torch__.M, x: Tensor, p: Tensor%s) -> Tensor:
                    y = (self).%s(torch.permute(x, [0, 3, 1, 2]), p, %s)
                    return torch.contiguous(torch.permute(y, [0, 2, 3, 1]))
                """.formatted(name, parameter, planar, argument);
    }

    public Architecture architecture() {
        return architecture;
    }

    /** A manager for one call's arrays, child of the network's own; close it when the call is done. */
    public NDManager newCall() {
        return manager.newSubManager();
    }

    /**
     * Runs pictures of interleaved planes: (N, H, W, inputs) to (N, H', W', outputs), sides multiples of the total
     * stride, or the only size that the network takes. That layout is the engine's fast one, so no copy is needed. The
     * result belongs to the input's manager. Throws {@link Layer.DoesNotClose} for a size that the network does not
     * take.
     */
    public NDArray run(NDArray pictures) {
        checkSize(pictures);
        return module.call("pictures", pictures, weights);
    }

    /**
     * The same for a tile of which the output is needed only where it is farther than the network's reach from some of
     * the sides. At these sides rows and columns are left out of the result, as many as {@link #missing} says; the rest
     * is the same bit for bit.
     */
    public NDArray run(NDArray pictures, Edges edges) {
        if (inner.isEmpty() || edges.equals(Edges.NONE)) {
            return run(pictures);
        }
        checkSize(pictures);
        try (NDArray flags = pictures.getManager().create(edges.flags())) {
            return module.call("picturesInner", pictures, weights, flags);
        }
    }

    /** Rows left out above and columns left out to the left of what {@link #run(NDArray, Edges)} gives. */
    public Missing missing(Edges edges) {
        return inner.map(InnerPart::missing)
                .map(missing -> new Missing(edges.top() ? missing.top() : 0, edges.left() ? missing.left() : 0))
                .orElse(new Missing(0, 0));
    }

    /** Rows and columns before the first of an output. */
    public record Missing(int rows, int columns) {}

    /**
     * The latent codes of pictures, in the layout of {@link #run}; throws IllegalStateException where the network has
     * no code.
     */
    public NDArray encode(NDArray pictures) {
        checkSize(pictures);
        architecture.chain(NetworkPart.ENCODER);
        return module.call("encode", pictures, weights);
    }

    /**
     * The decoder's output for latent codes: {@link #run} is {@link #encode} followed by this. Throws
     * {@link Layer.DoesNotClose} for codes of another shape, IllegalStateException where the network has no code.
     */
    public NDArray decode(NDArray codes) {
        architecture.decoded(new Shape(dimension(codes, 3), dimension(codes, 1), dimension(codes, 2)));
        return module.call("decode", codes, weights);
    }

    private void checkSize(NDArray pictures) {
        architecture.sides().check(dimension(pictures, 1), dimension(pictures, 2));
    }

    private static int dimension(NDArray array, int dimension) {
        return Math.toIntExact(array.getShape().get(dimension));
    }

    /**
     * Each layer's output for one picture, in the order of {@link LayerTable}; compiled for this call.
     *
     * @param picture interleaved planes, (H, W, inputs)
     */
    public List<Stage> stages(int height, int width, float[] picture) {
        List<LayerTable.Row> rows = LayerTable.of(architecture, height, width);
        try (NDManager call = newCall();
                CompiledModule stages =
                        CompiledModule.load(call, NetworkScript.stages("stages", architecture, precision))) {
            NDArray x = call.create(picture, new ai.djl.ndarray.types.Shape(1, height, width, architecture.inputs()));
            NDList values = stages.callForAll("stages", x.transpose(0, 3, 1, 2), weights);
            return Stage.inOrder(
                    rows, values.stream().map(NDArray::toFloatArray).toList());
        }
    }

    /**
     * What the layer at a place of {@link LayerTable} makes of one picture; compiled for this call. Unlike with
     * {@link #stages}, what the others make is let go as soon as it is used.
     *
     * @param picture interleaved planes, (H, W, inputs)
     * @throws IllegalArgumentException where no layer stands at this place
     */
    public Stage stage(int height, int width, float[] picture, String place) {
        List<LayerTable.Row> rows = Stage.computed(LayerTable.of(architecture, height, width));
        int number = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).place().equals(place))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no layer stands at " + place));
        try (NDManager call = newCall();
                CompiledModule stage =
                        CompiledModule.load(call, NetworkScript.stage("stage", architecture, precision, number))) {
            NDArray x = call.create(picture, new ai.djl.ndarray.types.Shape(1, height, width, architecture.inputs()));
            return new Stage(
                    rows.get(number),
                    stage.call("stage", x.transpose(0, 3, 1, 2), weights).toFloatArray());
        }
    }

    /** The kernel of a layer, as it has been learnt; empty for a layer without windows. */
    public Optional<LearntKernel> kernel(LayerTable.Row row) {
        return architecture.uses(NetworkPart.WHOLE).stream()
                .filter(weight -> weight.name().equals(row.place() + ".kernel")
                        && weight.shape().size() == 4)
                .findFirst()
                .map(weight -> new LearntKernel(weight, values(weight), row.layer() instanceof TransposedConvolution));
    }

    private float[] values(Weight weight) {
        long from = 0;
        for (Weight one : architecture.weights()) {
            if (one.name().equals(weight.tensor())) {
                break;
            }
            from += one.count();
        }
        try (NDManager call = newCall()) {
            NDArray part = weights.get(new NDIndex("{}:{}", from, from + weight.count()));
            part.attach(call);
            return part.toFloatArray();
        }
    }

    /** Arrays alive in this network and its calls; constant between calls unless something leaks. */
    public int liveArrays() {
        return manager.getManagedArrays().size();
    }

    @Override
    public void close() {
        module.close();
        manager.close();
    }
}
