package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import io.unveil.autoencoder.Precision;
import io.unveil.data.Dataset;
import io.unveil.data.Part;
import io.unveil.image.BitDepth;
import io.unveil.image.Codec;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every system of the course, by the recipe that ships: a few steps on a few pictures teach it. */
class CourseSystemsTest {
    private static final String BLOBS = "synthetic:gaussians,count=100";
    private static final String CLEAN_BLOBS = "synthetic:gaussians,noise=0,count=100";

    @TempDir
    Path folder;

    private History.Condition trained(String name, String data, int steps) throws IOException {
        String recipe = Files.readString(Path.of("recipes", name + ".yaml"));
        TrainingPlan plan = new TrainingPlan(
                Recipe.read(name, recipe),
                recipe,
                List.of(data),
                Optional.empty(),
                Optional.empty(),
                folder.resolve(name),
                Precision.FP32,
                Device.cpu(),
                new Budget.Steps(steps),
                Optional.empty(),
                false,
                "a test",
                "unveil test");
        History history = Training.run(plan, new TinyRecipe.Silent(), () -> false);
        return history.looks().get(0).conditions().get(0);
    }

    @ParameterizedTest(name = "{0} after {1} steps is {2} dB better than without it")
    @CsvSource({
        "gaussians-dense, 100, 3",
        "gaussians-tied, 100, 3",
        "gaussians-convolutional, 100, 3",
        "gaussians-denoise, 150, 1",
        "gaussians-bars, 150, 1"
    })
    void autoencodersOfBlobsLearn(String name, int steps, double gain) throws IOException {
        assertGains(trained(name, CLEAN_BLOBS, steps), gain);
    }

    @ParameterizedTest(name = "{0} after {1} steps is {2} dB better than without it")
    @CsvSource({
        "fashion-mnist-max, 100, 3",
        "fashion-mnist-mean, 100, 3",
        "fashion-mnist-stride, 100, 3",
        "fashion-mnist-dense, 100, 3",
        "fashion-mnist-denoise, 60, 2",
        "fashion-mnist-occlusion, 60, 2"
    })
    void autoencodersOfClothesLearn(String name, int steps, double gain) throws IOException {
        assertGains(trained(name, clothes().toString(), steps), gain);
    }

    @ParameterizedTest(name = "{0} after {1} steps is {2} dB better than without it")
    @CsvSource("signals-denoise, 60, 2")
    void aDenoiserOfSignalsLearns(String name, int steps, double gain) throws IOException {
        assertGains(trained(name, "synthetic:signals,count=200", steps), gain);
    }

    @ParameterizedTest(name = "{0} after {1} steps is {2} dB better than without it")
    @CsvSource("faces-occlusion, 30, 1")
    void whatHidesFacesIsTakenOff(String name, int steps, double gain) throws IOException {
        assertGains(trained(name, portraits().toString(), steps), gain);
    }

    @ParameterizedTest(name = "{0} after {1} steps tells widths {2} times better than who guesses the mean")
    @CsvSource("gaussians-width, 150, 10")
    void gausNetLearnsToTellWidths(String name, int steps, double times) throws IOException {
        History.Condition learnt = trained(name, BLOBS, steps);
        assertThat(-learnt.after()).isLessThan(-learnt.before() / times);
    }

    private static void assertGains(History.Condition learnt, double gain) {
        assertThat(learnt.after()).isGreaterThan(learnt.before() + gain);
    }

    /** Idx files of shirts and trousers, drawn here: a body with a shade of its own, and two sleeves or two legs. */
    private Path clothes() throws IOException {
        int count = 80;
        ByteBuffer pictures = ByteBuffer.allocate(16 + count * 28 * 28)
                .putInt(0x803)
                .putInt(count)
                .putInt(28)
                .putInt(28);
        ByteBuffer labels = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
        for (int i = 0; i < count; i++) {
            labels.put((byte) (i % 2));
            for (int y = 0; y < 28; y++) {
                for (int x = 0; x < 28; x++) {
                    pictures.put((byte) (isCloth(i, x, y) ? 90 + 7 * (i % 20) + 2 * (y % 4) : 0));
                }
            }
        }
        Path data = Files.createDirectories(folder.resolve("clothes"));
        Files.write(data.resolve("train-images-idx3-ubyte"), pictures.array());
        Files.write(data.resolve("train-labels-idx1-ubyte"), labels.array());
        assertThat(Dataset.read(data.toString(), Part.TRAINING, 1, new Size(1, 1))
                        .count())
                .isEqualTo(count);
        return data;
    }

    private static boolean isCloth(int number, int x, int y) {
        int half = 5 + number % 5;
        int off = Math.abs(2 * x - 27) / 2;
        boolean trousers = number % 2 == 1;
        return trousers
                ? y > 2 && off <= half && (y < 10 || off > 1)
                : y > 4 && y < 26 && (off <= half || y < 10 && off < 13);
    }

    private Path portraits() throws IOException {
        Path data = Files.createDirectories(folder.resolve("portraits"));
        for (int i = 0; i < 24; i++) {
            Picture picture = Picture.of(Drawn.picture(92, 112, i), BitDepth.EIGHT, Format.PNG);
            Files.write(data.resolve("drawn-%02d.png".formatted(i)), Codec.encode(picture, Format.PNG, 100));
        }
        return data;
    }
}
