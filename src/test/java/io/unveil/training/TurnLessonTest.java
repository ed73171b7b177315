package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.data.Loader;
import io.unveil.data.UnusableData;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.image.Turn;
import io.unveil.image.codec.Codec;
import io.unveil.model.NormalPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network that tells which of eight turns a normal picture has gone through. */
class TurnLessonTest {
    private static final String TEXT = TinyAutoencoder.text("turns: {}", """
                - convolution: {out: 8, kernel: 4, stride: 4}
                - relu
                - convolution: {out: 8, kernel: 4}
            """)
            .replace("task: autoencode", "task: anomaly")
            .replace("squared-error", "cross-entropy");
    private static final Recipe RECIPE = Recipe.read("r.yaml", TEXT);

    @TempDir
    Path folder;

    private Dataset drawn(int count) throws IOException {
        String data = Drawn.folder(folder.resolve("data"), count, 16).toString();
        return Dataset.read(data, DatasetPart.TRAINING, 1, new Size(1, 1));
    }

    @Test
    void anExampleIsTurnedAsThePipelineTurnsItAndTheTruthSaysHow() throws IOException {
        Dataset set = drawn(9);
        Set<Integer> seen = new HashSet<>();
        Loader loader = new Loader(set, RECIPE.transforms(), RECIPE.batch(), RECIPE.seed());
        Examples examples = RECIPE.lesson().examples(loader, RECIPE.seed());

        for (long step = 1; step <= 12; step++) {
            Given given = Given.of(RECIPE, examples, step);
            assertThat(given.wanted()).hasSize(8 * 8);
            for (int i = 0; i < 8; i++) {
                int truth = 0;
                float sum = 0;
                for (int j = 0; j < 8; j++) {
                    sum += given.wanted()[i * 8 + j];
                    truth = given.wanted()[i * 8 + j] == 1 ? j : truth;
                }
                assertThat(sum).isEqualTo(1);
                seen.add(truth);
                Pixels clean = set.example(loader.origin(i)).pixels();
                float[] expected = new Turn(truth).apply(clean).values();
                for (int p = 0; p < expected.length; p++) {
                    assertThat(given.read()[i * 256 + p]).isCloseTo(expected[p], within(1e-6f));
                }
            }
        }
        assertThat(seen).as("turns drawn for 96 examples").hasSize(8);
    }

    @Test
    void aSampleScoresTheLogLikelihoodOfItsTurn() throws IOException {
        List<Sample> samples = RECIPE.lesson().samples(RECIPE, drawn(9));

        assertThat(samples).hasSize(9);
        Sample third = samples.get(3);
        assertThat(third.score(third.before())).isCloseTo(-Math.log(8), within(1e-9));
        float[] odds = {0, 0, 0, (float) Math.log(7), 0, 0, 0, 0}; // 7 for the truth, 1 for each of seven others
        assertThat(third.score(new Pixels(1, 1, 8, odds))).isCloseTo(Math.log(0.5), within(1e-6));
        assertThat(third.caption(new Pixels(1, 1, 8, odds)))
                .isEqualTo("turn 3, taken for 3; probability of the truth 0.500");
        assertThat(samples.get(8).score(new Pixels(1, 1, 8, odds))).isCloseTo(Math.log(1 / 14.), within(1e-6));
    }

    @Test
    void theModelKeepsPicturesThatItHasLearntFromAndNoOthers() throws IOException {
        Dataset set = drawn(40);
        NormalPictures kept = new TurnLesson(32).memory(RECIPE, set).orElseThrow();

        assertThat(kept.count()).isEqualTo(32);
        assertThat(List.of(kept.height(), kept.width(), kept.channels())).containsExactly(16, 16, 1);
        for (int i = 0; i < 32; i++) {
            byte[] one = Arrays.copyOfRange(kept.levels(), i * 256, (i + 1) * 256);
            assertThat(one).containsExactly(set.example(i * 40 / 32).samples());
        }
    }

    @Test
    void whatIsKeptHasTheSizeThatTheNetworkReads() throws IOException {
        Recipe resized = Recipe.read(
                "r.yaml", TEXT.replace("turns: {}", "turns: {}\n  transforms: [resize: {height: 16, width: 16}]"));
        Path large = Drawn.folder(folder.resolve("large"), 4, 40);
        Dataset set = Dataset.read(large.toString(), DatasetPart.TRAINING, 1, new Size(1, 1));

        assertThat(resized.lesson().memory(resized, set).orElseThrow().levels()).hasSize(4 * 256);
        assertThatThrownBy(() -> RECIPE.lesson().memory(RECIPE, set))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("40 x 40, does not fit the network");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "width: 16 | width: 20 | recognises turns of squares of one size: give height and width, both the same, such as 28",
                "out: 8, kernel: 4} | out: 4, kernel: 4} | distinguishes 8 turns by as many numbers, but this gives 4 x 1 x 1",
                "turns: {} | turns: {remember: 3} | training.turns.remember must be a whole number from 32 to 6000, was '3'",
                "turns: {} | turns: {forget: 3} | training.turns.forget is unknown",
                "turns: {} | transforms: [symmetries]\\n  turns: {} | has transforms that turn or mirror (patch, symmetries, flip), but the network must recognise turns",
                "loss: cross-entropy | loss: focal | is for a network that marks defects: task anomaly, answer defect",
                "turns: {} | turns: {}\\n  defects: {} | training.defects is unknown"
            })
    void aRecipeThatCannotWorkIsRefused(String from, String to, String message) {
        String text = TEXT.replace(from, to.replace("\\n", "\n"));

        assertThat(text).isNotEqualTo(TEXT);
        assertThatThrownBy(() -> Recipe.read("r.yaml", text)).hasMessageContaining(message);
    }

    @Test
    void picturesTooLargeToKeepEnoughOfThemAreRefused() {
        String text = TEXT.replace("height: 16", "height: 640")
                .replace("width: 16", "width: 640")
                .replace("convolution: {out: 8, kernel: 4}", "dense: {out: 8}");

        assertThatThrownBy(() -> Recipe.read("r.yaml", text))
                .hasMessageContaining(
                        "stores normal pictures of 640x640, of which 12000000 bytes hold 29; give a smaller size, so that they hold 32");
    }

    @Test
    void theRecipeThatShipsIsForPhotographsWhenItsCommentsAreTakenIn() throws IOException {
        String shipped = Files.readString(Path.of("recipes", "anomaly-whole.yaml"));
        String photographs = shipped.replace("height: 28 ", "height: 64 ")
                .replace("width: 28", "width: 64")
                .replace("    # - convolution: ", "    - convolution: ")
                .replace("    # - relu", "    - relu")
                .replace("  # transforms:", "  transforms:")
                .replace("  #   - resize:", "    - resize:");

        Recipe recipe = Recipe.read("anomaly-whole.yaml", photographs);

        assertThat(recipe.net().input().toString()).isEqualTo("1 x 64 x 64");
        assertThat(recipe.net().output().toString()).isEqualTo("8 x 1 x 1");
        assertThat(recipe.transforms().size(new Size(640, 480))).isEqualTo(new Size(64, 64));
        assertThat(Recipe.read("anomaly-whole.yaml", shipped).transforms().steps())
                .isEmpty();
    }

    @Test
    void crossEntropyIsForNoOtherLesson() {
        assertThatThrownBy(
                        () -> Recipe.read("r.yaml", TinyAutoencoder.text("").replace("squared-error", "cross-entropy")))
                .hasMessageContaining(
                        "training loss cross-entropy is for a network that chooses one of several: task anomaly, with turns");
    }

    @Test
    void picturesThatLookTheSameHoweverTurnedTeachNothing() throws IOException {
        Path rings = Files.createDirectories(folder.resolve("rings"));
        for (int i = 0; i < 12; i++) {
            float[] values = new float[256];
            for (int p = 0; p < 256; p++) {
                double radius = Math.hypot(p % 16 - 7.5, p / 16 - 7.5);
                values[p] = radius > 2 && radius < 3 + i / 3. ? 1 : 0;
            }
            Picture picture = Picture.of(new Pixels(16, 16, 1, values), BitDepth.EIGHT, Format.PNG);
            Files.write(rings.resolve(i + ".png"), Codec.encode(picture, Format.PNG, 100));
        }

        assertThatThrownBy(() -> TinyAutoencoder.trained(TEXT, rings.toString(), folder.resolve("m"), 1))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("looks the same however it is turned, so no turn can be recognised");
    }

    @Test
    void fewerThanEightPicturesAreTooFew() throws IOException {
        String data = Drawn.folder(folder.resolve("data"), 7, 16).toString();

        assertThatThrownBy(() -> TinyAutoencoder.trained(TEXT, data, folder.resolve("m"), 1))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("holds 7 normal pictures; at least 8 are needed");
    }
}
