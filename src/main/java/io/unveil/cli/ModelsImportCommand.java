package io.unveil.cli;

import io.unveil.data.Dataset;
import io.unveil.model.Manifest;
import io.unveil.training.ModelImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code models import}: makes a model folder from weights that were trained on another machine. */
@Command(
        name = "import",
        description = {
            "Makes a model folder from weights that drive_step.py trained on another machine (docs/training-elsewhere.md).",
            "First checks that recipe, weights and provenance belong together."
        })
final class ModelsImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--recipe", required = true, description = "The recipe that the step was exported from.")
    private Path recipe;

    @Option(names = "--weights", required = true, paramLabel = "W.safetensors", description = "The weights.")
    private Path weights;

    @Option(
            names = "--provenance",
            required = true,
            paramLabel = "P.json",
            description = "What drive_step.py wrote beside them.")
    private Path provenance;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "MODELDIR",
            description = "The model folder to write; it must not be there yet.")
    private Path output;

    @Option(
            names = "--validation",
            description = "What to measure the model with: " + Dataset.FORMS + "; without it the model has no figures.")
    private @Nullable String validation;

    @Override
    public Integer call() throws IOException {
        Manifest manifest = new ModelImport(
                        recipe,
                        weights,
                        provenance,
                        output,
                        Optional.ofNullable(validation),
                        Commands.typed(spec),
                        Version.product())
                .run();
        PrintWriter out = spec.commandLine().getOut();
        Manifest.Provenance from = manifest.provenance();
        out.printf(
                "%s: %d steps in %d s on %s, %s%n", output, from.steps(), from.seconds(), from.device(), from.engine());
        for (Manifest.Figure figure : manifest.figures()) {
            out.printf(Locale.ROOT, "%s: %s %.3f%n", figure.condition(), figure.measure(), figure.value());
        }
        out.flush();
        return 0;
    }
}
