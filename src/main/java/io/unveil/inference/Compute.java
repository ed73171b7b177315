package io.unveil.inference;

import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.PrecisionTrial;
import io.unveil.autoencoder.TorchEngine;

/**
 * Where networks run and in what numbers, found once and then fixed.
 *
 * @param device of the engine
 * @param precision inside the network
 */
public record Compute(ai.djl.Device device, Precision precision) {
    /**
     * Starts the engine and finds what a wish means on this machine; "auto" precision is tried out. Throws IllegalStateException when a GPU
     * is asked for that is not there, IllegalArgumentException on a precision that is none of auto, fp32 and bf16.
     */
    public static Compute of(Device wish, String precision) {
        ai.djl.Device device = wish.in(TorchEngine.start());
        return switch (precision) {
            case "auto" -> new Compute(device, PrecisionTrial.best(device));
            case "fp32" -> new Compute(device, Precision.FP32);
            case "bf16" -> new Compute(device, Precision.BF16);
            default ->
                throw new IllegalArgumentException(
                        "precision must be auto, fp32 or bf16, was '%s'".formatted(precision));
        };
    }

    /** "cpu" or "gpu". */
    public String deviceName() {
        return device.getDeviceType();
    }
}
