package io.unveil.inference;

import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.PrecisionTrial;
import io.unveil.autoencoder.TorchEngine;
import java.util.List;

/**
 * Where networks run and in what numbers, found once and then fixed.
 *
 * @param devices of the engine, of one kind, at least one
 * @param precision inside the network
 */
public record Compute(List<ai.djl.Device> devices, Precision precision) {
    /**
     * Starts the engine and finds what a wish means on this machine; "auto" precision is tried out on the first device.
     * Throws {@link NoGpu} when a GPU is asked for that is not there, IllegalArgumentException on a precision that is
     * none of auto, fp32 and bf16.
     */
    public static Compute of(Device wish, String precision) {
        List<ai.djl.Device> devices = wish.in(TorchEngine.start());
        return switch (precision) {
            case "auto" -> new Compute(devices, PrecisionTrial.best(devices.get(0)));
            case "fp32" -> new Compute(devices, Precision.FP32);
            case "bf16" -> new Compute(devices, Precision.BF16);
            default ->
                throw new IllegalArgumentException(
                        "precision must be auto, fp32 or bf16, was '%s'".formatted(precision));
        };
    }

    /** The first one, for work that runs on one. */
    public ai.djl.Device device() {
        return devices.get(0);
    }

    /** The one for the n-th network, counted from 0: networks are dealt out in turn. */
    ai.djl.Device deviceOf(int network) {
        return devices.get(network % devices.size());
    }

    /** "cpu" or "gpu". */
    public String deviceName() {
        return device().getDeviceType();
    }
}
