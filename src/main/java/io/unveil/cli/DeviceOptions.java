package io.unveil.cli;

import io.unveil.inference.Compute;
import io.unveil.inference.Device;
import io.unveil.pipeline.InvalidParameter;
import java.util.List;
import picocli.CommandLine.Option;

/** Device and precision of networks; the same in every command that runs one. */
public final class DeviceOptions {
    private static final List<String> PRECISIONS = List.of("auto", "fp32", "bf16");

    @Option(
            names = "--device",
            defaultValue = "auto",
            description = "auto, cpu or gpu: where networks run (default: ${DEFAULT-VALUE}).")
    private Device device;

    @Option(
            names = "--precision",
            defaultValue = "auto",
            description = "auto, fp32 or bf16: the precision of networks (default: ${DEFAULT-VALUE}).")
    private String precision;

    public Device device() {
        return device;
    }

    /** Throws {@link InvalidParameter}. */
    public String precision() {
        if (!PRECISIONS.contains(precision)) {
            throw new InvalidParameter("precision", precision, "auto, fp32 or bf16");
        }
        return precision;
    }

    /** Starts the engine. */
    Compute compute() {
        return compute(precision());
    }

    /** The same in this precision. */
    Compute compute(String word) {
        return Compute.of(device, word);
    }
}
