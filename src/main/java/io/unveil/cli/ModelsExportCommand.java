package io.unveil.cli;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.TorchScriptExport;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.model.ModelFolder;
import io.unveil.model.OnnxFile;
import io.unveil.model.Signature;
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
            "Writes network and weights as one file for another program.",
            "torchscript is for hosts of libtorch (Python: torch.jit.load), onnx for ONNX Runtime and others. Either takes planes (N, C, H, W) in single precision: what each of them is, and what the answer means, is printed."
        })
final class ModelsExportCommand implements Callable<Integer> {
    private enum ExportFormat {
        TORCHSCRIPT,
        ONNX
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
            description = "torchscript or onnx (default: ${DEFAULT-VALUE}).")
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
            case ONNX -> OnnxFile.of(folder);
        };
        Files.createDirectories(output.toAbsolutePath().getParent());
        ModelFolder.writeWhole(output, bytes);
        say(folder, bytes.length);
        return 0;
    }

    private void say(ModelFolder folder, int bytes) {
        Signature signature = folder.convention().signature();
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s: %s, %d bytes%n", output, shapes(folder.architecture(), signature), bytes);
        int plane = 0;
        for (String input : signature.inputs()) {
            out.printf("plane %d: %s%n", plane++, input);
        }
        out.printf("%s: %s%n", signature.answer(), signature.meaning());
        out.flush();
    }

    private String shapes(Architecture net, Signature signature) {
        String names = "planes (N, %d, %s) -> " + signature.answer() + " (N, %d, %s)";
        if (net.sides() instanceof Sides.Fixed) {
            return names.formatted(net.inputs(), sides(net.input()), net.outputs(), sides(net.output()));
        }
        String free = names.formatted(net.inputs(), "H, W", net.outputs(), "H, W");
        return switch (format) {
            case TORCHSCRIPT -> "%s, H and W multiples of %d".formatted(free, net.stride());
            case ONNX -> free + ", any H and W";
        };
    }

    private static String sides(Shape shape) {
        return shape.height() + ", " + shape.width();
    }
}
