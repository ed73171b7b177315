package io.unveil.inference;

import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.PrecisionTrial;
import io.unveil.autoencoder.TorchEngine;
import java.util.List;

/**
 * Devices and precision of networks, found once and then fixed.
 *
 * @param devices of the engine, of one kind, at least one
 * @param precision inside the network
 */
public record Compute(List<ai.djl.Device> devices, Precision precision) {
    /**
     * Starts the engine and resolves a device setting on this machine; "auto" precision is decided by a trial on the
     * first device. Throws {@link NoGpu} when a GPU is requested and there is none, IllegalArgumentException on a
     * precision other than auto, fp32 and bf16.
     */
    public static Compute of(Device device, String precision) {
        List<ai.djl.Device> devices = device.in(TorchEngine.start());
        return switch (precision) {
            case "auto" -> new Compute(devices, PrecisionTrial.best(devices.get(0)));
            case "fp32" -> new Compute(devices, Precision.FP32);
            case "bf16" -> new Compute(devices, Precision.BF16);
            default ->
                throw new IllegalArgumentException(
                        "precision must be auto, fp32 or bf16, was '%s'".formatted(precision));
        };
    }

    /** The first device, for work that needs only one. */
    public ai.djl.Device device() {
        return devices.get(0);
    }

    /** The device of the n-th network, counted from 0: networks are assigned to devices in turn. */
    ai.djl.Device deviceOf(int network) {
        return devices.get(network % devices.size());
    }

    /** "cpu" or "gpu". */
    public String deviceName() {
        return device().getDeviceType();
    }
}
