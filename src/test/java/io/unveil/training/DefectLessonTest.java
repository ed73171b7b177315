package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.data.Loader;
import io.unveil.data.Transforms;
import io.unveil.data.UnusableData;
import io.unveil.image.Size;
import io.unveil.recipe.BadRecipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network that is taught by defects which are drawn onto normal pictures. */
class DefectLessonTest {
    private static final String SURFACES = "synthetic:surfaces,kind=woven,size=128,count=20";

    private static final String RECIPE = """
            task: anomaly
            net:
              inputs: 1
              area: 64
              layers:
                - convolution: {out: 16, kernel: 4, stride: 2, padding: 1}
                - relu
                - convolution: {out: 24, kernel: 3, padding: 1}
                - relu
                - transposed-convolution: {out: %d, kernel: 4, stride: 2, padding: 1, gain: 0.3}
            training:
              transforms:
                - crop: {at: loose, width: 48, height: 48, degrees: 5, stretch: 1.1, share: 0.5}
              answer: %s
              defects: {%s}
              batch: 4
              loss: %s
              optimiser: adam
              rate: {peak: 0.01, end: 0.0001, warm-up: 5}
              clip: 2
              average: 0.9
              steps: 40
              validate-every: 1000
              seed: 3
            """;

    @TempDir
    Path folder;

    private static String recipe(String answer) {
        return switch (answer) {
            case "defect" -> RECIPE.formatted(1, answer, "", "focal");
            case "picture" -> RECIPE.formatted(1, answer, "", "squared-error");
            default -> RECIPE.formatted(2, answer, "", "focal-and-repair");
        };
    }

    /**
     * What can be told without a network: by the distance from the mean level, or by leaving the defect where it is.
     */
    @ParameterizedTest(name = "answer {0}: {1} better than without a network, after {2} steps")
    @CsvSource({
        "defect, 0.1, 500",
        "correction-and-defect, 0.1, 500",
        "picture-and-defect, 0.03, 300",
        "picture, 1.5, 60"
    })
    void itLearns(String answer, double better, int steps) throws IOException {
        History.Condition last = TinyAutoencoder.trained(recipe(answer), SURFACES, folder.resolve("model"), steps);

        assertThat(last.after()).isGreaterThan(last.before() + better);
    }

    @Test
    void whatIsReadIsInSpreadsAndWhatIsWantedGoesWithIt() throws IOException {
        Recipe recipe = Recipe.read("r.yaml", recipe("correction-and-defect"));
        Dataset set = Dataset.read(SURFACES, DatasetPart.TRAINING, 1, new Size(1, 1))
                .through(Transforms.standardised(64))
                .kept();
        Loader loader = new Loader(set, recipe.transforms(), 4, 3);
        Given given = Given.of(recipe, recipe.lesson().examples(loader, 3), 1);

        int pixels = 48 * 48;
        double changed = 0;
        for (int i = 0; i < 4 * pixels; i++) {
            float hurt = given.tensors().get(0)[i];
            float where = given.tensors().get(1)[i];
            float clean = given.tensors().get(2)[i];
            assertThat(given.read()[i]).isCloseTo((hurt - 127.5f) / 40, within(1e-4f));
            int example = i / pixels;
            int at = i % pixels;
            assertThat(given.wanted()[2 * example * pixels + at]).isCloseTo((clean - hurt) / 40, within(1e-4f));
            assertThat(given.wanted()[(2 * example + 1) * pixels + at]).isEqualTo(where);
            changed += where == 1 && clean != hurt ? 1 : 0;
        }
        assertThat(changed).isPositive();
    }

    @ParameterizedTest(name = "{0} planes for answer {1} and loss {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | defect                | focal            | answers defect in 1 planes of the size that it takes, but gives 2 x 256 x 256",
                "1 | correction-and-defect | focal-and-repair | answers correction-and-defect in 2 planes",
                "1 | defect                | squared-error-over-sigma | loss squared-error-over-sigma needs noise that has a sigma",
                "1 | picture               | focal            | is for a network that marks defects: task anomaly, answer defect",
                "1 | defect                | focal-and-repair | is for a network that marks a defect and repairs it"
            })
    void whatDoesNotFitIsRefused(int planes, String answer, String loss, String says) {
        assertThatThrownBy(() -> Recipe.read("r.yaml", RECIPE.formatted(planes, answer, "", loss)))
                .isInstanceOf(BadRecipe.class)
                .hasMessageContaining(says);
    }

    @Test
    void shapesAndFillingsAreReadAndWhatIsNoneIsNamed() {
        DefectLesson lesson = (DefectLesson)
                Recipe.read("r.yaml", RECIPE.formatted(1, "defect", "shapes: {cracks: 2}, clean: 0.5", "focal"))
                        .lesson();

        assertThat(lesson.mixture().shapes()).hasSize(1);
        assertThat(lesson.mixture().fillings()).hasSize(7);
        assertThat(lesson.mixture().clean()).isEqualTo(0.5);
        assertThatThrownBy(() ->
                        Recipe.read("r.yaml", RECIPE.formatted(1, "defect", "shapes: {crack: 2}, opacity: 1", "focal")))
                .hasMessageContaining("training.defects.shapes.crack is unknown")
                .hasMessageContaining("training.defects.opacity is unknown")
                .hasMessageContaining("shapes must give a weight above 0 to at least one of blobs, ellipses");
    }

    @Test
    void aPlainFreeNetworkIsRefusedBecauseDefectsWouldHaveNoSize() {
        assertThatThrownBy(() -> Recipe.read("r.yaml", recipe("defect").replace("  area: 64\n", "")))
                .hasMessageContaining(
                        "reads pictures of one area, so that defects have one size: give area, such as 256");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "synthetic:surfaces,size=128,count=7 | holds 7 normal pictures; at least 8 are needed to learn how they differ",
                "synthetic:gaussians,side=32,width=4..4,centre=0.5..0.5,noise=0,count=9 | are the same: they do not show how normal ones differ"
            })
    void tooFewPicturesOrOneOverAndOverAreRefused(String data, String says) {
        TrainingPlan plan = TinyAutoencoder.plan(recipe("defect"), data, folder.resolve("model"), 1);

        assertThatThrownBy(() -> Training.run(plan, new TinyRecipe.Silent(), () -> false))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining(says);
    }

    @Test
    void theModelSaysWhatItAnswersAndHowItScores() {
        List<String> scorings =
                Recipe.read("r.yaml", recipe("picture-and-defect"))
                        .lesson()
                        .inspection()
                        .orElseThrow()
                        .scorings()
                        .stream()
                        .map(scoring -> scoring.method().word())
                        .toList();

        assertThat(scorings).containsExactly("repair", "ssim", "gradient", "squared-error");
    }
}
