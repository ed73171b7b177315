package io.unveil.cli;

import io.unveil.autoencoder.ModelFolder;
import io.unveil.data.Dataset;
import io.unveil.data.Part;
import io.unveil.inference.Compute;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.training.Demonstration;
import io.unveil.training.Recipe;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
    /** More are not shown. */
    private static final int MOST_EXAMPLES = 4;

    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineOptions engine;

    @Parameters(paramLabel = "M", description = "Name of the model.")
    private String model;

    @Option(
            names = "--picture",
            required = true,
            description = "Clean examples that may be shown, which the recipe spoils: " + Dataset.FORMS + ".")
    private String picture;

    @Option(names = "--credit", required = true, description = "Whose picture it is and under which licence.")
    private String credit;

    @Option(
            names = "--condition",
            description =
                    "Which of the recipe's conditions to show, such as sigma=25 or holes=text (default: the second).")
    private @Nullable String condition;

    @Override
    public Integer call() throws IOException {
        ModelFolder folder = engine.folder().read(model);
        Recipe recipe = Recipe.read(model, folder.recipe());
        BeforeAfter shown = BeforeAfter.of(demonstrations(folder, recipe));
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

    /** Those of one condition. */
    private List<Demonstration> demonstrations(ModelFolder folder, Recipe recipe) throws IOException {
        Dataset examples = Dataset.read(
                        picture,
                        Part.TEST,
                        recipe.channels(),
                        recipe.transforms().smallest())
                .first(MOST_EXAMPLES);
        Compute compute = engine.compute();
        List<Demonstration> all = Demonstration.of(folder, recipe, examples, compute.precision(), compute.device());
        List<String> conditions =
                all.stream().map(Demonstration::condition).distinct().toList();
        String chosen = condition == null ? conditions.get(Math.min(1, conditions.size() - 1)) : condition;
        if (!conditions.contains(chosen)) {
            throw new InvalidParameter("condition", chosen, String.join(", ", conditions));
        }
        return all.stream().filter(each -> each.condition().equals(chosen)).toList();
    }
}
