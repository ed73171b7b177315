package io.unveil.cli;

import io.unveil.autoencoder.ModelFolder;
import io.unveil.image.Picture;
import io.unveil.inference.Models;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models card}: README.md of a model folder, with a picture before and after. */
@Command(
        name = "card",
        description = "Writes a model's card, README.md, and a picture before and after into its folder.")
final class ModelsCardCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineOptions engine;

    @Parameters(paramLabel = "M", description = "Name of the model.")
    private String model;

    @Option(
            names = "--picture",
            required = true,
            description = "A clean picture that may be shown; its middle is spoiled and cleaned.")
    private Path picture;

    @Option(names = "--credit", required = true, description = "Whose picture it is and under which licence.")
    private String credit;

    @Option(
            names = "--sigma",
            defaultValue = "25",
            description = "Noise that the picture is spoiled by, in 8-bit levels (default: ${DEFAULT-VALUE}).")
    private String sigma;

    @Override
    public Integer call() throws IOException {
        ModelFolder folder = engine.folder().read(model);
        Picture clean = Pictures.read(picture);
        BeforeAfter shown;
        try (Models models = engine.open()) {
            shown = BeforeAfter.of(models, model, clean, sigma);
        }
        Path place = engine.folder().of(model);
        ModelFolder.writeWhole(place.resolve(BeforeAfter.FILE), shown.jpeg());
        ModelFolder.writeWhole(
                place.resolve("README.md"),
                ModelCardText.of(folder, shown, credit).getBytes(StandardCharsets.UTF_8));
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s and %s%n", place.resolve("README.md"), place.resolve(BeforeAfter.FILE));
        out.flush();
        return 0;
    }
}
