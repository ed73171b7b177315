package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.unveil.autoencoder.TorchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holes drawn into patches, and a network that learns to fill them. */
class HoleLessonTest {
    private static final String TEXT = TinyRecipe.TEXT
            .replace("task: denoise", "task: fill")
            .replace(
                    "noise: {from: 20, to: 30, clipped: 0.5}", "holes: {strokes: 1, pixels: 2, least: 0.05, most: 0.6}")
            .replace("squared-error-over-sigma", "log-squared-error");

    @TempDir
    Path folder;

    private static List<float[]> drawn(String text, long step) throws IOException {
        Recipe recipe = Recipe.read("r.yaml", text);
        Examples examples = recipe.lesson().examples(TinyRecipe.loader(recipe), recipe.seed());
        try (NDManager call = TorchEngine.newManager(Device.cpu())) {
            List<NDArray> tensors = examples.ofStep(step, call);
            float[] clean = new float[(int) tensors.get(0).size()];
            for (int i = 0; i < clean.length; i++) {
                clean[i] = (tensors.get(0).toByteArray()[i] & 255) / 255f;
            }
            return List.of(clean, tensors.get(1).toFloatArray(), tensors.get(2).toFloatArray());
        }
    }

    @Test
    void outsideOfTheHoleTheNetworkReadsTheCleanPatchAndInsideTheFill() throws IOException {
        List<float[]> tensors = drawn(TEXT, 1);
        float[] clean = tensors.get(0);
        float[] filled = tensors.get(1);
        float[] hole = tensors.get(2);
        int differing = 0;
        for (int i = 0; i < clean.length; i++) {
            assertThat(hole[i]).isIn(0f, 1f);
            if (hole[i] == 0) {
                assertThat(filled[i]).isEqualTo(clean[i]);
            } else if (Math.abs(filled[i] - clean[i]) > 0.01) {
                differing++;
            }
        }
        assertThat(differing).isGreaterThan(20);
    }

    @Test
    void everyPatchIsCoveredByAShareBetweenLeastAndMost() throws IOException {
        for (long step = 1; step <= 20; step++) {
            float[] hole = drawn(TEXT, step).get(2);
            for (int patch = 0; patch < 4; patch++) {
                double covered = 0;
                for (int i = 0; i < 32 * 32; i++) {
                    covered += hole[patch * 32 * 32 + i];
                }
                assertThat(covered / (32 * 32)).isBetween(0.05, 0.6);
            }
        }
    }

    @Test
    void theSameStepDrawsTheSameHolesAndAnotherStepOthers() throws IOException {
        assertThat(drawn(TEXT, 5).get(2)).containsExactly(drawn(TEXT, 5).get(2));
        assertThat(drawn(TEXT, 6).get(2)).isNotEqualTo(drawn(TEXT, 5).get(2));
    }

    @Test
    void aCoarseStartIsTheTruthWithoutItsDetail() throws IOException {
        List<float[]> tensors = drawn(TEXT.replace("most: 0.6", "most: 0.6, coarse: 1"), 2);
        double error = 0;
        double size = 0;
        double inHole = 0;
        for (int i = 0; i < tensors.get(0).length; i++) {
            if (tensors.get(2)[i] == 1) {
                error += Math.abs(tensors.get(1)[i] - tensors.get(0)[i]);
                inHole += tensors.get(1)[i] - tensors.get(0)[i];
                size++;
            }
        }
        assertThat(error / size).isBetween(0.001, 0.1);
        assertThat(Math.abs(inHole / size)).isLessThan(0.02); // means of means: the brightness stays
    }

    @Test
    void aFewStepsTeachANetworkToFillBetterThanTheHarmonicFill() throws IOException {
        Path data = Drawn.folder(folder.resolve("data"), 21, 64);

        History history = Training.run(
                TinyRecipe.plan(
                        TEXT.replace("strokes: 1, ", ""), data, folder.resolve("m"), new Budget.Steps(600), false),
                new TinyRecipe.Silent(),
                () -> false);

        List<History.Condition> last =
                history.looks().get(history.looks().size() - 1).conditions();
        assertThat(last)
                .extracting(History.Condition::name)
                .containsExactly("holes=text", "holes=strokes", "holes=rectangles", "holes=pixels:0.5");
        History.Condition pixels = last.get(3);
        assertThat(pixels.after()).isGreaterThan(pixels.before() + 0.4);
    }

    @Test
    void faultsOfTheSectionAreNamed() throws IOException {
        assertThatThrownBy(() -> Recipe.read("r.yaml", TEXT.replace("least: 0.05", "least: 0.7")))
                .hasMessageContaining("training.holes 'most' must be above 'least', was 0.6 and 0.7");
        assertThatThrownBy(() -> Recipe.read("r.yaml", TEXT.replace("strokes: 1, pixels: 2", "strokes: 0")))
                .hasMessageContaining("training.holes must give a weight above 0 to at least one of text, strokes,");
        assertThatThrownBy(() -> Recipe.read("r.yaml", TEXT.replace("log-squared-error", "squared-error-over-sigma")))
                .hasMessageContaining("training loss squared-error-over-sigma needs noise that has a sigma");
    }
}
