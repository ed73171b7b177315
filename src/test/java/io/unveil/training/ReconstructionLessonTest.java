package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.data.UnusableData;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An autoencoder is given pictures, whole or corrupted, and is to give back what they were. */
class ReconstructionLessonTest {
    private static final String NOISE = "noise: {from: 30, to: 30}";
    private static final String HOLES = "holes: {rectangles: 1, bars: 1, least: 0.05, most: 0.5}";
    private static final int PIXELS = 16 * 16;

    @TempDir
    Path folder;

    private static Recipe recipe(String lesson) {
        return Recipe.read("r.yaml", TinyAutoencoder.text(lesson));
    }

    private static Given given(String lesson, long step) throws IOException {
        Recipe recipe = recipe(lesson);
        Examples examples =
                recipe.lesson().examples(TinyAutoencoder.loader(recipe, TinyAutoencoder.BLOBS), recipe.seed());
        return Given.of(recipe, examples, step);
    }

    @Test
    void withNothingSpoiledItReadsThePictureAndIsToAnswerIt() throws IOException {
        Given given = given("", 1);

        assertThat(given.read()).hasSize(8 * PIXELS).containsExactly(given.wanted());
        for (int i = 0; i < given.wanted().length; i++) {
            assertThat(given.wanted()[i]).isEqualTo(given.tensors().get(0)[i] / 255);
        }
    }

    @Test
    void noiseIsInWhatItReadsAloneAndStaysWithinBlackAndWhite() throws IOException {
        Given given = given(NOISE, 1);

        double squares = 0;
        int between = 0;
        for (int i = 0; i < given.read().length; i++) {
            assertThat(given.wanted()[i]).isEqualTo(given.tensors().get(0)[i] / 255);
            assertThat(given.read()[i]).isBetween(0f, 1f);
            if (given.wanted()[i] > 0.35 && given.wanted()[i] < 0.65) { // three sigmas from being clipped
                squares += Math.pow(given.read()[i] - given.wanted()[i], 2);
                between++;
            }
        }
        assertThat(between).isGreaterThan(100);
        assertThat(255 * Math.sqrt(squares / between)).isBetween(24.0, 36.0);
    }

    @Test
    void everyExampleHasNoiseOfItsOwnLevel() throws IOException {
        float[] sigma = given("noise: {from: 10, to: 60}", 1).tensors().get(1);

        assertThat(sigma).hasSize(8).doesNotHaveDuplicates();
        for (float one : sigma) {
            assertThat(one * 255).isBetween(10f, 60f);
        }
    }

    @Test
    void whatHidesAnExampleHasOneLevelAndTheRestIsAsItWas() throws IOException {
        Given given = given(HOLES, 1);
        float[] level = given.tensors().get(1);
        float[] hidden = given.tensors().get(2);

        assertThat(level).doesNotHaveDuplicates();
        for (int example = 0; example < 8; example++) {
            double covered = 0;
            for (int i = example * PIXELS; i < (example + 1) * PIXELS; i++) {
                covered += hidden[i];
                float expected = hidden[i] == 1 ? level[example] : given.wanted()[i];
                assertThat(given.read()[i]).isCloseTo(expected, within(1e-6f));
            }
            assertThat(covered / PIXELS).isBetween(0.05, 0.5);
        }
    }

    @Test
    void theSameStepSpoilsAlikeAndAnotherDoesNot() throws IOException {
        for (String lesson : List.of(NOISE, HOLES)) {
            assertThat(given(lesson, 4).read()).containsExactly(given(lesson, 4).read());
            assertThat(given(lesson, 5).read()).isNotEqualTo(given(lesson, 4).read());
        }
    }

    private static Pixels picture() {
        return Drawn.picture(16, 16, 2);
    }

    private static Corruption.Corrupted corrupted(String lesson) {
        return ((ReconstructionLesson) recipe(lesson).lesson()).corruption().corrupted(picture(), 1);
    }

    @Test
    void aHeldOutPictureCountsWhereSomethingHidesItAndNowhereElse() {
        Corruption.Corrupted corrupted = corrupted(HOLES);

        assertThat(corrupted.counts().count()).isBetween(PIXELS / 20L, PIXELS / 2L);
        for (int i = 0; i < PIXELS; i++) {
            boolean same = corrupted.picture().values()[i] == picture().values()[i];
            assertThat(corrupted.counts().at(i % 16, i / 16)).isNotEqualTo(same);
        }
        assertThat(corrupted.before()).isEqualTo(corrupted.picture());
    }

    @Test
    void aHeldOutPictureUnderNoiseCountsEverywhere() {
        Corruption.Corrupted corrupted = corrupted("noise: {from: 10, to: 30}");

        assertThat(corrupted.counts().count()).isEqualTo(PIXELS);
        assertThat(Score.psnr(picture(), corrupted.picture(), corrupted.counts()))
                .isCloseTo(20 * Math.log10(255 / 20.0), within(1.0)); // the middle of 10 to 30
    }

    @Test
    void withNothingSpoiledTheNetworkIsHeldAgainstTheMeanOfThePicture() {
        Corruption.Corrupted corrupted = corrupted("");

        double mean = 0;
        for (float value : picture().values()) {
            mean += value / PIXELS;
        }
        assertThat(corrupted.picture().values()).containsExactly(picture().values());
        for (float value : corrupted.before().values()) {
            assertThat(value).isCloseTo((float) mean, within(1e-5f));
        }
    }

    @Test
    void aRepairIsScoredWhereItCounts() {
        Mask left = Mask.of(new Size(16, 16), (x, y) -> x < 8);
        float[] off = picture().values().clone();
        off[0] += 0.1f;
        off[15] += 0.5f;

        double psnr = Score.psnr(picture(), new Pixels(16, 16, 1, off), left);

        double error = Math.round(255 * off[0]) / 255.0 - picture().values()[0];
        assertThat(psnr).isCloseTo(-10 * Math.log10(error * error / 128), within(0.5));
    }

    private static final String THROUGH_A_CODE = """
                - convolution: {out: 16, kernel: 3, stride: 2, padding: 1}
                - relu
                - dense: {out: 16}
                - code
                - dense: {out: 256}
                - reshape: {channels: 1, height: 16, width: 16}
            """;
    private static final String ADDED_TO_WHAT_IT_READS = """
                - skip:
                    - convolution: {out: 16, kernel: 5, padding: 2}
                    - relu
                    - convolution: {out: 1, kernel: 5, padding: 2, gain: 0.1}
            """;

    @Test
    void aFewStepsTeachItToPassAPictureThroughItsCode() throws IOException {
        assertLearns("", THROUGH_A_CODE, 6);
    }

    @Test
    void aFewStepsTeachItToTakeNoiseOff() throws IOException {
        assertLearns(NOISE, ADDED_TO_WHAT_IT_READS, 2);
    }

    @Test
    void aFewStepsTeachItToTakeBarsOff() throws IOException {
        assertLearns("holes: {bars: 1, least: 0.05, most: 0.4}", ADDED_TO_WHAT_IT_READS, 5);
    }

    private void assertLearns(String lesson, String layers, double decibels) throws IOException {
        History.Condition last = TinyAutoencoder.trained(
                TinyAutoencoder.text(lesson, layers), TinyAutoencoder.BLOBS, folder.resolve("m"), 300);
        assertThat(last.after()).isGreaterThan(last.before() + decibels);
    }

    @Test
    void networksThatCannotBeAutoencodersAreRefused() {
        assertThatThrownBy(() -> Recipe.read("r.yaml", TinyAutoencoder.text("", "- convolution: {out: 1, kernel: 3}")))
                .hasMessageContaining(
                        "net an autoencoder must answer the shape that it reads, 1 x 16 x 16, but this gives 1 x 14 x 14");
        assertThatThrownBy(() -> Recipe.read("r.yaml", TinyAutoencoder.text("").replace("inputs: 1", "inputs: 2")))
                .hasMessageContaining("net reads pictures in gray (1) or colour (3), but inputs is 2");
        assertThatThrownBy(() -> recipe("noise: {from: 30, to: 30}\n  holes: {bars: 1, least: 0.1, most: 0.5}"))
                .hasMessageContaining("training gives both noise and holes; an autoencoder takes only one corruption");
        assertThatThrownBy(() -> recipe("noise: {from: 30, to: 10}"))
                .hasMessageContaining("training.noise 'to' must not be below 'from', was 10.0 and 30.0");
    }

    private void assertRefused(String recipe, String data, String message) {
        assertThatThrownBy(() -> TinyAutoencoder.trained(recipe, data, folder.resolve("m"), 1))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining(message);
    }

    @Test
    void dataThatDoNotFitTheNetworkAreRefusedWithBothSizes() throws IOException {
        assertRefused(
                TinyAutoencoder.text(""),
                "synthetic:gaussians,side=20,count=40",
                "gaussian number 0, 20 x 20, does not fit the network: the network takes pictures of 16x16 pixels (width x height)");
        Drawn.folder(folder.resolve("data"), 3, 16);
        Drawn.folder(folder.resolve("data/more"), 3, 24);
        String free = TinyAutoencoder.text("").replace("  height: 16\n  width: 16\n", "");
        assertRefused(
                free, folder.resolve("data").toString(), "gives examples of 2 sizes, such as 16 x 16 and 24 x 24");
    }

    @Test
    void transformsBringPicturesOfManySizesToTheNetworks() throws IOException {
        Drawn.folder(folder.resolve("data"), 3, 20);
        Drawn.folder(folder.resolve("data/more"), 3, 24);
        String resized = TinyAutoencoder.text("transforms: [resize: {height: 16, width: 16}]");

        History.Condition last =
                TinyAutoencoder.trained(resized, folder.resolve("data").toString(), folder.resolve("m"), 2);

        assertThat(last.name()).isEqualTo("reconstruction");
    }

    @Test
    void aColourNetworkIsNotFedInGray() throws IOException {
        String colour = TinyAutoencoder.text("transforms: [gray]")
                .replace("inputs: 1", "inputs: 3")
                .replace("out: 1,", "out: 3,");
        assertRefused(colour, TinyAutoencoder.BLOBS, "examples have 1 channels, the network takes 3");
    }
}
