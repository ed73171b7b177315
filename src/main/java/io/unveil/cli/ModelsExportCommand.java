package io.unveil.cli;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.TorchScriptExport;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models export}: the network with its weights as one file for other hosts. */
@Command(
        name = "export",
        description = {
            "Writes network and weights as one file for other hosts of libtorch (Python: torch.jit.load).",
            "forward takes planes (N, C, H, W) in single precision, for a denoiser picture - 1/2 and, unless it is blind, a plane of sigma / 255, and gives the noise."
        })
final class ModelsExportCommand implements Callable<Integer> {
    private enum ExportFormat {
        TORCHSCRIPT
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelsFolder models;

    @Parameters(paramLabel = "M", description = "Name of the model.")
    private String model;

    @Option(
            names = "--format",
            defaultValue = "torchscript",
            description = "torchscript, the only format (default: ${DEFAULT-VALUE}).")
    private ExportFormat format;

    @Option(
            names = {"-o", "--output"},
            required = true,
            description = "The file to write.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        ModelFolder folder = models.read(model);
        byte[] bytes = switch (format) {
            case TORCHSCRIPT -> TorchScriptExport.of(folder.architecture(), folder.weights());
        };
        Files.createDirectories(output.toAbsolutePath().getParent());
        ModelFolder.writeWhole(output, bytes);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s: forward %s, %d bytes%n", output, signature(folder.architecture()), bytes.length);
        out.flush();
        return 0;
    }

    private static String signature(Architecture net) {
        if (net.sides() instanceof Sides.Fixed) {
            return "(N, %s) -> (N, %s)".formatted(net.input(), net.output()).replace(" x ", ", ");
        }
        return "(N, %d, H, W) -> (N, %d, H, W), H and W multiples of %d"
                .formatted(net.inputs(), net.outputs(), net.stride());
    }
}
