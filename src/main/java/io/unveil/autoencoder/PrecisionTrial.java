package io.unveil.autoencoder;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.unveil.autoencoder.layer.Convolution;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries whether bfloat16 is worth using on a device, instead of trusting the processor's name. What it finds for a
 * processor is kept ({@link TrialMemory}), unless other work disturbed it.
 */
public final class PrecisionTrial {
    private static final Logger LOG = LoggerFactory.getLogger(PrecisionTrial.class);
    private static final int RUNS = 9;

    /** So many that the copies to and from the engine do not matter. */
    private static final int LAYERS = 8;

    /** Rounding gives about .003; an emulation that loses more is of no use. */
    private static final double LARGEST_ERROR = 0.02;

    /** A run that had the processor for less of its time was disturbed by other work. */
    private static final double LEAST_SHARE = 0.9;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private PrecisionTrial() {}

    /**
     * What was found.
     *
     * @param disturbed whether other work took the processor away, so that the times may mislead
     */
    record Finding(Precision precision, boolean disturbed) {}

    /**
     * bfloat16 if convolutions of 64 channels run faster with it and give nearly the same result, else single
     * precision: as kept from an earlier start, or by trying.
     */
    public static Precision best(Device device) {
        return device.isGpu() ? tried(device).precision() : best(TrialMemory.here(), () -> tried(device));
    }

    static Precision best(TrialMemory memory, Supplier<Finding> trial) {
        Optional<Precision> kept = memory.recall();
        if (kept.isPresent()) {
            return kept.get();
        }
        Finding found = trial.get();
        if (!found.disturbed()) {
            memory.keep(found.precision());
        }
        return found.precision();
    }

    private static Finding tried(Device device) {
        Architecture net = new Architecture(64, Collections.nCopies(LAYERS, new Convolution(64, 3, 1, 1, 1)));
        float[] weights = Weights.start(net, 1);
        try (Network fp32 = Network.load(device, net, weights, Precision.FP32);
                Network bf16 = Network.load(device, net, weights, Precision.BF16)) {
            double error = difference(fp32, bf16);
            Run slow = fastest(fp32);
            Run fast = fastest(bf16);
            LOG.info("{} convolutions: fp32 {}, bf16 {}, relative error {}", LAYERS, slow, fast, error);
            boolean worth = fast.nanoseconds() < slow.nanoseconds() && error < LARGEST_ERROR;
            return new Finding(worth ? Precision.BF16 : Precision.FP32, slow.disturbed() || fast.disturbed());
        } catch (ai.djl.engine.EngineException e) {
            LOG.info("bfloat16 does not run on {}: {}", device, e.getMessage());
            return new Finding(Precision.FP32, false);
        }
    }

    /**
     * One run of a network.
     *
     * @param nanoseconds that passed
     * @param computing those of them in which this thread had the processor
     */
    private record Run(long nanoseconds, long computing) {
        boolean disturbed() {
            return computing < LEAST_SHARE * nanoseconds;
        }

        @Override
        public String toString() {
            return nanoseconds / 1000 + " us";
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

    private static Run fastest(Network network) {
        Run best = new Run(Long.MAX_VALUE, Long.MAX_VALUE);
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            long before = THREADS.getCurrentThreadCpuTime();
            run(network);
            long computing = THREADS.getCurrentThreadCpuTime() - before;
            long passed = System.nanoTime() - start;
            if (passed < best.nanoseconds()) {
                best = new Run(passed, computing);
            }
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
