package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.data.Loader;
import io.unveil.image.Size;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Noises of many kinds, of which the network is told nothing. */
class BlindNoiseLessonTest {
    private static final String NOISES =
            "noises: {none: 0, gaussian: {weight: 1, from: 20, to: 30}, twice: 0, jpeg: {share: 0, from: 50, to: 90}}";
    private static final String GRAY = TinyRecipe.TEXT
            .replace("inputs: 2", "inputs: 1")
            .replace("noise: {from: 20, to: 30, clipped: 0.5}", NOISES)
            .replace("squared-error-over-sigma", "log-squared-error");
    private static final String COLOUR = GRAY.replace("inputs: 1", "inputs: 3").replace("out: 1,", "out: 3,");

    @TempDir
    Path folder;

    private static Given given(String text, long step) throws IOException {
        Recipe recipe = Recipe.read("r.yaml", text);
        Dataset waves = Dataset.read(
                "synthetic:gaussians,side=40,count=8", DatasetPart.TRAINING, recipe.channels(), new Size(32, 32));
        Loader loader = new Loader(waves, recipe.transforms(), recipe.batch(), recipe.seed());
        return Given.of(recipe, recipe.lesson().examples(loader, recipe.seed()), step);
    }

    @Test
    void theNetworkReadsThePictureWithNoiseAndIsToAnswerTheNoise() throws IOException {
        Given given = given(GRAY, 1);
        float[] clean = given.tensors().get(0);
        double squares = 0;
        for (int i = 0; i < clean.length; i++) {
            float noisy = given.read()[i] + .5f;
            assertThat(noisy - given.wanted()[i]).isCloseTo(clean[i] / 255, within(1e-5f));
            assertThat(noisy * 255).isCloseTo(Math.round(noisy * 255), within(1e-3f)); // as in files
            assertThat(noisy).isBetween(-1e-6f, 1.000001f);
            squares += given.wanted()[i] * given.wanted()[i];
        }
        assertThat(255 * Math.sqrt(squares / clean.length))
                .isBetween(12., 31.); // the blobs are on black: half is clipped
    }

    @Test
    void jpegOfTheCleanPictureIsNoNoiseFromTheQualityOnFromWhichItBelongsToIt() throws IOException {
        String jpeg = GRAY.replace("none: 0", "none: 1000")
                .replace("weight: 1", "weight: 0.001")
                .replace("jpeg: {share: 0, from: 50, to: 90}", "jpeg: {share: 1, from: 50, to: 50}");
        assertThat(given(jpeg, 1).wanted()).isNotEqualTo(new float[4 * 32 * 32]);
        assertThat(given(jpeg.replace("to: 50}", "to: 50, belongs: 51}"), 1).wanted())
                .isEqualTo(given(jpeg, 1).wanted());
        assertThat(given(jpeg.replace("to: 50}", "to: 50, belongs: 50}"), 1).wanted())
                .containsOnly(0f);
    }

    @Test
    void camerasAreDrawnAsTheOtherKindsAre() throws IOException {
        String camera =
                COLOUR.replace("gaussian: {weight: 1, from: 20, to: 30}", "camera: {weight: 1, from: 800, to: 3200}");
        float[] noise = given(camera, 1).wanted();
        double squares = 0;
        for (float one : noise) {
            squares += one * one;
        }
        assertThat(255 * Math.sqrt(squares / noise.length)).isBetween(1., 12.);
        assertThat(given(camera, 1).wanted()).containsExactly(noise);
    }

    @Test
    void aShareOfTheExamplesInColourIsGrayInAllPlanesWithAndWithoutNoise() throws IOException {
        assertThat(grayExamples(COLOUR)).isZero();
        assertThat(grayExamples(COLOUR.replace("twice: 0", "gray: 1, twice: 0")))
                .isEqualTo(4);
    }

    /** Of the four of a batch: those whose noisy planes are equal. */
    private static int grayExamples(String text) throws IOException {
        float[] read = given(text, 2).read();
        int gray = 0;
        for (int example = 0; example < 4; example++) {
            boolean equal = true;
            for (int i = 0; i < 32 * 32; i++) {
                int first = example * 3 * 32 * 32 + i;
                equal &= read[first] == read[first + 32 * 32] && read[first] == read[first + 2 * 32 * 32];
            }
            gray += equal ? 1 : 0;
        }
        return gray;
    }

    @Test
    void theSameStepDrawsTheSameNoiseAndAnotherStepOther() throws IOException {
        assertThat(given(GRAY, 5).wanted()).containsExactly(given(GRAY, 5).wanted());
        assertThat(given(GRAY, 6).wanted()).isNotEqualTo(given(GRAY, 5).wanted());
    }

    @Test
    void whereNothingIsDrawnThereIsNothingToAnswer() throws IOException {
        String none = GRAY.replace("none: 0", "none: 1000").replace("weight: 1", "weight: 0.001");
        assertThat(given(none, 3).wanted()).containsOnly(0f);
    }

    @Test
    void aFewStepsTeachANetworkToCleanAndEachKindOfNoiseIsLookedAt() throws IOException {
        Path data = Drawn.folder(folder.resolve("data"), 21, 64);

        History history = Training.run(
                TinyRecipe.plan(GRAY, data, folder.resolve("m"), new Budget.Steps(200), false),
                new TinyRecipe.Silent(),
                () -> false);

        var last = history.looks().get(history.looks().size() - 1).conditions();
        assertThat(last)
                .extracting(History.Condition::name)
                .containsExactly(
                        "noise=sensor:1600",
                        "noise=sensor:12800",
                        "noise=gaussian:25",
                        "noise=grain:15",
                        "noise=speckle:0.2",
                        "noise=salt-and-pepper:0.05",
                        "noise=dead-pixels:0.05",
                        "noise=jpeg-420:40",
                        "noise=camera:1600",
                        "noise=camera:6400");
        assertThat(last.get(2).after()).isGreaterThan(last.get(2).before() + 3);
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "to: 30}        | to: 10}                 | training.noises.gaussian 'to' must not be below 'from', was 10.0 and 20.0",
                "to: 90}        | to: 40}                 | training.noises.jpeg 'to' must not be below 'from', was 40.0 and 50.0",
                "weight: 1, from: 20, to: 30 | weight: 0, from: 20, to: 30 | training.noises.gaussian.weight must be a number from 0.001 to 1000.0, was '0'",
                "gaussian:      | fog:                    | training.noises must name at least one kind of noise",
                "none: 0,       | ''                      | training.noises.none is missing",
                "twice: 0       | twice: 0, fog: 1        | training.noises.fog is unknown; known are sensor, gaussian, grain,",
                "inputs: 1      | inputs: 2               | reads pictures in gray (1) or colour (3), but inputs is 2",
                "log-squared-error | squared-error-over-sigma | training loss squared-error-over-sigma needs noise that has a sigma"
            })
    void faultsOfTheSectionAreNamed(String sound, String faulty, String message) {
        String text = GRAY.replace(sound, faulty);
        assertThat(text).isNotEqualTo(GRAY);
        assertThatThrownBy(() -> Recipe.read("r.yaml", text)).hasMessageContaining(message);
    }

    @Test
    void aNetworkThatIsToldMoreThanThePictureIsRefused() {
        assertThatThrownBy(() -> Recipe.read("r.yaml", COLOUR.replace("out: 3,", "out: 1,")))
                .hasMessageContaining("must answer the noise of what it reads: gives 1 x 256 x 256 for 3 x 256 x 256");
    }
}
