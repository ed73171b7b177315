package io.unveil.autoencoder;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** An architecture with its weights in the engine, ready to run; several threads may share it. */
public final class Network implements AutoCloseable {
    private final CompiledModule module;
    private final NDManager manager;
    private final NDArray weights;
    private final Architecture architecture;

    private Network(NDManager manager, Architecture architecture, float[] weights, Precision precision) {
        this.manager = manager;
        this.architecture = architecture;
        this.module = CompiledModule.load(manager, methods(architecture, precision));
        this.weights = manager.create(weights);
    }

    /** Loads onto a device; the vector of weights is laid out as {@link Architecture#weights} lists them. */
    public static Network load(Device device, Architecture architecture, float[] weights, Precision precision) {
        if (weights.length != architecture.parameters()) {
            throw new IllegalArgumentException("the architecture learns %d numbers, there are %d"
                    .formatted(architecture.parameters(), weights.length));
        }
        return new Network(TorchEngine.newManager(device), architecture, weights, precision);
    }

    /**
     * The text of the method {@code name(x, p)}: planes (N, C, H, W) and the vector of weights to the network's output, both in single
     * precision; for those who compile it into larger scripts.
     */
    public static String script(String name, Architecture architecture, Precision precision) {
        return Script.method(name, architecture, precision);
    }

    /** The text of the network and of its form for interleaved pictures: {@code net} and {@code pictures}. */
    static String methods(Architecture architecture, Precision precision) {
        return Script.method("net", architecture, precision) + """
                  def pictures(self: __torch__.M, x: Tensor, p: Tensor) -> Tensor:
                    y = (self).net(torch.permute(x, [0, 3, 1, 2]), p, )
                    return torch.contiguous(torch.permute(y, [0, 2, 3, 1]))
                """;
    }

    public Architecture architecture() {
        return architecture;
    }

    /** A manager for one call's arrays, child of the network's own; close it when the call is done. */
    public NDManager newCall() {
        return manager.newSubManager();
    }

    /**
     * Runs pictures of interleaved planes: (N, H, W, inputs) to (N, H', W', outputs), sides multiples of the total stride. That layout
     * is the engine's fast one, so nothing is laid out anew. The result belongs to the input's manager.
     */
    public NDArray run(NDArray pictures) {
        return module.call("pictures", pictures, weights);
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
