package io.unveil.cli;

import io.unveil.card.AutoencoderText;
import io.unveil.card.BeforeAfter;
import io.unveil.card.BlindDenoiserText;
import io.unveil.card.CardPage;
import io.unveil.card.CardText;
import io.unveil.card.DenoiserText;
import io.unveil.card.FillerText;
import io.unveil.card.InspectionSheet;
import io.unveil.card.InspectorText;
import io.unveil.data.Dataset;
import io.unveil.data.InspectionSet;
import io.unveil.degradation.noise.Noise;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.inference.Models;
import io.unveil.model.ModelFolder;
import io.unveil.training.LessonEvaluation;
import io.unveil.training.PredictionSheet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models card}: README.md of a model folder, with a picture before and after. */
@Command(
        name = "card",
        description = "Writes a model's card, README.md, and a picture before and after into its folder.")
final class ModelsCardCommand implements Callable<Integer> {
    private static final int SHOWN = 6;

    /** One hole of each kind, to show a network that fills. */
    private static final int SHOWN_HOLES = 4;

    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineOptions engine;

    @Parameters(paramLabel = "M", description = "Name of the model.")
    private String model;

    @Option(
            names = "--picture",
            description =
                    "Of a denoiser: a clean picture that may be shown; noise is added to its middle and removed again.")
    private @Nullable Path picture;

    @Option(
            names = "--data",
            description = "Of all other models: examples that may be shown, " + Dataset.FORMS
                    + "; of one that scores anomalies a test set.")
    private @Nullable String data;

    @Option(names = "--credit", required = true, description = "The picture's author and licence.")
    private String credit;

    @Option(
            names = "--sigma",
            defaultValue = "25",
            description = "Noise to add to the picture, in 8-bit levels (default: ${DEFAULT-VALUE}).")
    private String sigma;

    @Option(
            names = "--noise",
            defaultValue = "sensor:6400+jpeg-420:80",
            paramLabel = "KIND:AMOUNT",
            description = "Noise to add to the picture of a blind denoiser, as in degrade (default: ${DEFAULT-VALUE}).")
    private String noise;

    @Override
    public Integer call() throws IOException {
        ModelFolder folder = engine.folder().read(model);
        Path place = engine.folder().of(model);
        CardText words = switch (folder.manifest().task()) {
            case AUTOENCODE, REGRESS -> autoencoder(folder, place);
            case FILL -> filler(folder, place);
            case ANOMALY -> inspector(folder, place);
            case DENOISE -> denoiser(folder, place);
        };
        ModelFolder.writeWhole(
                place.resolve("README.md"), CardPage.of(folder, words).getBytes(StandardCharsets.UTF_8));
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s and %s%n", place.resolve("README.md"), place.resolve(BeforeAfter.FILE));
        out.flush();
        return 0;
    }

    private CardText denoiser(ModelFolder folder, Path place) throws IOException {
        if (picture == null) {
            throw new ParameterException(spec.commandLine(), "the card of a denoiser needs --picture");
        }
        Picture clean = Pictures.read(picture);
        try (Models models = engine.open()) {
            boolean blind = folder.manifest().blind();
            BeforeAfter shown = blind
                    ? BeforeAfter.blindly(models, model, clean, noiseKind(), "noise `%s`".formatted(noise))
                    : BeforeAfter.of(models, model, clean, sigma);
            ModelFolder.writeWhole(place.resolve(BeforeAfter.FILE), shown.jpeg());
            return blind
                    ? new BlindDenoiserText(folder.manifest(), shown, credit)
                    : new DenoiserText(folder.manifest(), shown, credit);
        }
    }

    private Noise noiseKind() {
        try {
            return Noise.parse(noise);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private CardText autoencoder(ModelFolder folder, Path place) throws IOException {
        return new AutoencoderText(folder, answers(folder, place, SHOWN), credit);
    }

    private CardText filler(ModelFolder folder, Path place) throws IOException {
        return new FillerText(folder.manifest(), answers(folder, place, SHOWN_HOLES), credit);
    }

    private CardText inspector(ModelFolder folder, Path place) throws IOException {
        InspectionSet set = InspectionSet.read(requireData(folder));
        try (Models models = engine.open()) {
            InspectionSheet sheet = InspectionSheet.of(models, model, set);
            ModelFolder.writeWhole(place.resolve(BeforeAfter.FILE), BeforeAfter.smallFile(sheet.sheet()));
            return new InspectorText(folder.manifest(), sheet.captions(), credit);
        }
    }

    /** Answers to the first examples, under all conditions of the recipe; their picture is written. */
    private PredictionSheet answers(ModelFolder folder, Path place, int count) throws IOException {
        PredictionSheet answers =
                LessonEvaluation.of(folder, requireData(folder)).answers(count);
        Picture sheet = Picture.of(answers.sheet(), BitDepth.EIGHT, Format.JPEG);
        ModelFolder.writeWhole(place.resolve(BeforeAfter.FILE), BeforeAfter.smallFile(sheet));
        return answers;
    }

    private String requireData(ModelFolder folder) {
        if (data == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the card of a model for %s needs --data"
                            .formatted(folder.manifest().task().word()));
        }
        return data;
    }
}
