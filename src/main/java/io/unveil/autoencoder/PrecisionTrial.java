package io.unveil.autoencoder;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.unveil.autoencoder.layer.Convolution;
import java.util.Collections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries whether bfloat16 is worth using on a device, instead of trusting the processor's name. */
public final class PrecisionTrial {
    private static final Logger LOG = LoggerFactory.getLogger(PrecisionTrial.class);
    private static final int RUNS = 9;

    /** So many that the copies to and from the engine do not matter. */
    private static final int LAYERS = 8;

    /** Rounding gives about .003; an emulation that loses more is of no use. */
    private static final double LARGEST_ERROR = 0.02;

    private PrecisionTrial() {}

    /**
     * bfloat16 if convolutions of 64 channels run faster with it and give nearly the same result, else single
     * precision.
     */
    public static Precision best(Device device) {
        Architecture net = new Architecture(64, Collections.nCopies(LAYERS, new Convolution(64, 3, 1, 1, 1)));
        float[] weights = Weights.start(net, 1);
        try (Network fp32 = Network.load(device, net, weights, Precision.FP32);
                Network bf16 = Network.load(device, net, weights, Precision.BF16)) {
            double error = difference(fp32, bf16);
            long slow = fastest(fp32);
            long fast = fastest(bf16);
            LOG.info(
                    "{} convolutions: fp32 {} us, bf16 {} us, relative error {}",
                    LAYERS,
                    slow / 1000,
                    fast / 1000,
                    error);
            return fast < slow && error < LARGEST_ERROR ? Precision.BF16 : Precision.FP32;
        } catch (ai.djl.engine.EngineException e) {
            LOG.info("bfloat16 does not run on {}: {}", device, e.getMessage());
            return Precision.FP32;
        }
    }

    private static double difference(Network exact, Network rounded) {
        float[] a = run(exact);
        float[] b = run(rounded);
        double error = 0;
        double size = 0;
        for (int i = 0; i < a.length; i++) {
            error += (a[i] - b[i]) * (double) (a[i] - b[i]);
            size += a[i] * (double) a[i];
        }
        return Math.sqrt(error / size);
    }

    private static long fastest(Network network) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            run(network);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    private static float[] run(Network network) {
        float[] planes = new float[64 * 64 * 64];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = (float) Math.sin(i);
        }
        try (NDManager call = network.newCall();
                NDArray x = call.create(planes, new Shape(1, 64, 64, 64))) {
            return network.run(x).toFloatArray();
        }
    }
}
