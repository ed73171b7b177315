package io.unveil.autoencoder;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.SplittableRandom;

/** Small networks for tests, read as recipes are and run by the engine. */
public final class Nets {
    private Nets() {}

    /** A network of one size; layers as a recipe lists them, between the brackets. */
    public static Architecture fixed(int inputs, int height, int width, String layers) {
        return ArchitectureReader.ofRecipe(
                "test",
                "net: {inputs: %d, height: %d, width: %d, layers: [%s]}".formatted(inputs, height, width, layers));
    }

    public static Architecture free(int inputs, String layers) {
        return ArchitectureReader.ofRecipe("test", "net: {inputs: %d, layers: [%s]}".formatted(inputs, layers));
    }

    /** Normal numbers for every weight, biases too, which a fresh network starts at 0. */
    public static float[] weights(Architecture net, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] weights = new float[net.parameters()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian();
        }
        return weights;
    }

    public static Planes run(Architecture net, Planes x, float[] weights) {
        return run(net, x, weights, Precision.FP32);
    }

    public static Planes run(Architecture net, Planes x, float[] weights, Precision precision) {
        TorchEngine.noGradients();
        try (Network network = Network.load(Device.cpu(), net, weights, precision);
                NDManager call = network.newCall();
                NDArray in = x.interleaved(call)) {
            return Planes.ofInterleaved(network.run(in));
        }
    }
}
