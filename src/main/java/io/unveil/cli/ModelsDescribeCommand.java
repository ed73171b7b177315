package io.unveil.cli;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.ArchitectureReader;
import io.unveil.card.NetworkDescription;
import io.unveil.model.ModelFolder;
import io.unveil.training.FeatureMaps;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models describe}: the layers of a model or a recipe; figures come from formulas. */
@Command(
        name = "describe",
        description = {
            "Prints each layer's output shape, weights, multiply-adds and receptive field, of a model or a recipe.",
            "With --picture, writes a page on what a model does with that picture: kernels, each layer's maps, reconstruction."
        })
final class ModelsDescribeCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelsFolder models;

    @Parameters(arity = "0..1", paramLabel = "M", description = "Name of the model.")
    private @Nullable String model;

    @Option(names = "--recipe", description = "A recipe instead of a model.")
    private @Nullable Path recipe;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description =
                    "Width and height of the picture for which shapes are printed (default: the only size that the network takes, or 256x256).")
    private @Nullable String size;

    @ArgGroup(exclusive = false)
    private @Nullable Page page;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    /** A picture, and the page on what a model does with it. */
    private static final class Page {
        @Option(
                names = "--picture",
                required = true,
                paramLabel = "P",
                description = "A picture to send through the model.")
        private Path picture;

        @Option(
                names = {"-o", "--output"},
                required = true,
                paramLabel = "PAGE",
                description = "The HTML page to write; it needs no network.")
        private Path output;

        void write(ModelFolder folder) throws IOException {
            String text = FeatureMaps.page(folder, Pictures.read(picture));
            Files.createDirectories(output.toAbsolutePath().getParent());
            ModelFolder.writeWhole(output, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(page == null ? table() : written(page));
        out.flush();
        return 0;
    }

    private String written(Page page) throws IOException {
        if (model == null || recipe != null || size != null || json) {
            throw new ParameterException(
                    spec.commandLine(), "--picture goes with the name of a model, without --recipe, --size and --json");
        }
        page.write(models.read(model));
        return "%s, %s -> %s".formatted(model, page.picture, page.output);
    }

    private String table() throws IOException {
        NetworkDescription description = description();
        return json ? Json.of(description) : description.toString();
    }

    private NetworkDescription description() throws IOException {
        if (size == null) {
            return NetworkDescription.of(architecture());
        }
        Matcher sides = SIZE.matcher(size);
        if (!sides.matches()) {
            throw new ParameterException(
                    spec.commandLine(), "--size must be width x height, such as 256x256, was '%s'".formatted(size));
        }
        return NetworkDescription.of(
                architecture(), Integer.parseInt(sides.group(2)), Integer.parseInt(sides.group(1)));
    }

    private Architecture architecture() throws IOException {
        if (model != null && recipe == null) {
            return models.read(model).architecture();
        }
        if (recipe != null && model == null) {
            return ArchitectureReader.ofRecipe(recipe.toString(), Files.readString(recipe));
        }
        throw new ParameterException(spec.commandLine(), "give either the name of a model or --recipe");
    }
}
