package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.data.Label;
import io.unveil.data.UnusableData;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that tells a measure of a picture: the width of a blob. */
class MeasureLessonTest {
    private static final String TEXT = TinyAutoencoder.text("", """
                - convolution: {out: 4, kernel: 3, padding: 1}
                - relu
                - mean-pool: {kernel: 2}
                - dense: {out: 16}
                - relu
                - dense: {out: 1}
            """).replace("task: autoencode", "task: regress");
    private static final Recipe RECIPE = Recipe.read("r.yaml", TEXT);

    @TempDir
    Path folder;

    private static Dataset blobs() throws IOException {
        return Dataset.read(TinyAutoencoder.BLOBS, DatasetPart.TEST, 1, new Size(1, 1));
    }

    @Test
    void itReadsThePictureAndIsToAnswerItsLabel() throws IOException {
        Examples examples =
                RECIPE.lesson().examples(TinyAutoencoder.loader(RECIPE, TinyAutoencoder.BLOBS), RECIPE.seed());

        Given given = Given.of(RECIPE, examples, 1);

        assertThat(given.wanted()).hasSize(8).containsExactly(given.tensors().get(1));
        for (float width : given.wanted()) {
            assertThat(width).isBetween(1f, 4f);
        }
        for (int i = 0; i < given.read().length; i++) {
            assertThat(given.read()[i]).isEqualTo(given.tensors().get(0)[i] / 255);
        }
    }

    @Test
    void itIsHeldAgainstWhoGuessesTheMean() throws IOException {
        Dataset blobs = blobs().first(3);
        double mean = 0;
        for (int i = 0; i < 3; i++) {
            mean += blobs.label(i).value() / 3;
        }

        List<Sample> samples = RECIPE.lesson().samples(RECIPE, blobs);

        for (int i = 0; i < 3; i++) {
            double off = blobs.label(i).value() - mean;
            assertThat(samples.get(i).score(samples.get(i).before())).isCloseTo(-off * off, within(1e-5));
        }
        Pixels right = new Pixels(1, 1, 1, new float[] {blobs.label(0).value()});
        assertThat(samples.get(0).score(right)).isZero();
        assertThat(samples.get(0).caption(right))
                .isEqualTo("is %1$.3f, answered %1$.3f".formatted(blobs.label(0).value()));
    }

    @Test
    void aFewStepsTeachItToTellWidthsTenTimesBetterThanTheMean() throws IOException {
        History.Condition last = TinyAutoencoder.trained(TEXT, TinyAutoencoder.BLOBS, folder.resolve("m"), 400);

        assertThat(-last.after()).isLessThan(-last.before() / 10);
        ModelFolder model = ModelFolder.read(folder.resolve("m"));
        assertThat(model.manifest().figures()).singleElement().satisfies(figure -> {
            assertThat(figure.measure()).isEqualTo("mse");
            assertThat(figure.value()).isCloseTo(-last.after(), within(1e-3));
            assertThat(figure.condition()).contains("squared error without the network");
        });
        assertThat(Files.readString(folder.resolve("m/report.html")))
                .contains("Validation, squared error", "answered ");
    }

    @Test
    void dataWithoutMeasuresAreRefused() throws IOException {
        assertThat(Dataset.read("synthetic:signals,count=2", DatasetPart.TEST, 1, new Size(1, 1))
                        .label(0))
                .isEqualTo(Label.NONE);
        assertThatThrownBy(() -> TinyAutoencoder.trained(
                        TEXT, Drawn.folder(folder.resolve("data"), 3, 16).toString(), folder.resolve("m"), 1))
                .isInstanceOf(UnusableData.class)
                .hasMessageEndingWith("has no measures to be learnt, such as the widths of synthetic:gaussians");
    }

    @Test
    void trainingDataWithoutMeasuresAreRefusedEvenIfTheValidationHasSome() throws IOException {
        Examples examples = RECIPE.lesson()
                .examples(
                        TinyAutoencoder.loader(
                                RECIPE,
                                Drawn.folder(folder.resolve("data"), 3, 16).toString()),
                        RECIPE.seed());
        assertThatThrownBy(() -> Given.of(RECIPE, examples, 1))
                .isInstanceOf(UnusableData.class)
                .hasMessage(
                        "an example has no measure to be learnt, such as the width of a blob of synthetic:gaussians");
    }

    @Test
    void aNetworkThatGivesMoreThanOneNumberIsRefused() {
        assertThatThrownBy(() -> Recipe.read("r.yaml", TEXT.replace("dense: {out: 1}", "dense: {out: 2}")))
                .hasMessageContaining("net a measure is one number, but this gives 2 x 1 x 1");
    }
}
