package io.unveil.autoencoder;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * How fast the engine computes on this machine, as a yardstick for networks and trainings. Rates are in 10^9 operations
 * per second; a multiply-add counts as two.
 */
public final class EngineBenchmark implements AutoCloseable {
    private static final int RUNS = 5;
    private static final int SIDE = 64;
    private static final int BATCH = 16;
    /** Convolutions in a row, so many that the copies at both ends do not matter. */
    private static final int LAYERS = 8;

    /**
     * Matrices or pictures x pass {@code LAYERS} products or convolutions with the same weights; numbers keep their
     * size.
     */
    private static final String METHODS = """
              def product(self: __torch__.M, x: Tensor, w: Tensor) -> Tensor:
                return torch.mm(x, w)
              def forward(self: __torch__.M, x: Tensor, w: Tensor) -> Tensor:
                y = {enter x}
                k = {enter w}
            {layers}    return torch.sum({leave y})
              def backward(self: __torch__.M, x: Tensor, w: Tensor) -> Tensor:
                a = torch.requires_grad_(torch.detach(x))
                b = torch.requires_grad_(torch.detach(w))
                y = {enter a}
                k = {enter b}
            {layers}    g = torch.autograd.grad([torch.sum(torch.mul({leave y}, {leave y}))], [a, b])
                return torch.sum(unchecked_cast(Tensor, g[1]))
            """;

    private static final String LAYER = "    y = torch.conv2d(y, k, None, [1, 1], [1, 1], [1, 1], 1)\n";

    private final NDManager manager;
    private final Device device;

    public EngineBenchmark(Device device) {
        this.device = device;
        this.manager = TorchEngine.newManager(device);
    }

    /** Product of two square matrices of this side, single precision. */
    public double matrixProduct(int side) {
        try (NDManager call = manager.newSubManager();
                CompiledModule module = CompiledModule.load(call, methods(Precision.FP32))) {
            NDArray x = call.create(wave(side * side), new Shape(side, side));
            double operations = 2.0 * side * side * side;
            return operations / seconds(() -> module.call("product", x, x).close()) / 1e9;
        }
    }

    /** 3 x 3 convolutions of 16 pictures of 64 x 64 with this many channels, channels-last. */
    public double convolution(int channels, Precision precision) {
        return rate(channels, precision, "forward", 1);
    }

    /** The same with the gradients with respect to pictures and weights: three times the operations. */
    public double convolutionWithGradients(int channels, Precision precision) {
        return rate(channels, precision, "backward", 3);
    }

    private double rate(int channels, Precision precision, String method, int passes) {
        try (NDManager call = manager.newSubManager();
                CompiledModule module = CompiledModule.load(call, methods(precision))) {
            NDArray x = call.create(wave(BATCH * SIDE * SIDE * channels), new Shape(BATCH, SIDE, SIDE, channels))
                    .transpose(0, 3, 1, 2); // a view whose channels lie side by side: the engine's fast layout
            NDArray w = call.create(kernel(channels), new Shape(channels, channels, 3, 3));
            double operations = 2.0 * passes * LAYERS * BATCH * SIDE * SIDE * 9 * channels * channels;
            Runnable once = passes == 1
                    ? () -> module.call(method, x, w).close()
                    : () -> module.callWithGradients(method, x, w).close();
            return operations / seconds(once) / 1e9;
        }
    }

    private static String methods(Precision precision) {
        String text = METHODS.replace("{layers}", LAYER.repeat(LAYERS));
        for (String name : new String[] {"x", "w", "a", "b"}) {
            text = text.replace("{enter %s}".formatted(name), precision.enter(name));
        }
        return text.replace("{leave y}", precision.leave("y"));
    }

    /** The fastest of some runs, because other work on the machine can only slow it down. */
    private static double seconds(Runnable once) {
        once.run();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            once.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best / 1e9;
    }

    private static float[] wave(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) Math.sin(i);
        }
        return values;
    }

    private static float[] kernel(int channels) {
        float[] values = wave(channels * channels * 9);
        float scale = (float) (Math.sqrt(2) / Math.sqrt(9.0 * channels)); // each layer keeps the variance
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        return values;
    }

    /** Such as "cpu". */
    public String device() {
        return device.getDeviceType();
    }

    @Override
    public void close() {
        manager.close();
    }
}
