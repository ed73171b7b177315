package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import io.unveil.autoencoder.Precision;
import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import io.unveil.image.codec.Codec;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every system of the course, by the recipe that ships: a few steps on a few pictures teach it. */
class CourseSystemsTest {
    @TempDir
    Path folder;

    /** As the recipe has it, but for smaller batches. */
    private History trained(String name, String data, int batch, int steps) throws IOException {
        String recipe = Files.readString(Path.of("recipes", name + ".yaml"))
                .replaceAll("\n  batch: \\d+", "\n  batch: " + batch);
        return trained(name, recipe, data, steps);
    }

    private History trained(String name, String recipe, String data, int steps) throws IOException {
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
        return Training.run(plan, new TinyRecipe.Silent(), () -> false);
    }

    @ParameterizedTest(name = "{0} within {1} steps")
    @CsvSource({
        "gaussians-dense, 100",
        "gaussians-tied, 100",
        "gaussians-convolutional, 300",
        "gaussians-denoise, 100",
        "gaussians-bars, 100",
        "fashion-mnist-max, 100",
        "fashion-mnist-mean, 100",
        "fashion-mnist-stride, 100",
        "fashion-mnist-dense, 100",
        "fashion-mnist-denoise, 100",
        "fashion-mnist-occlusion, 100",
        "signals-denoise, 100"
    })
    void theLossOfAnAutoencoderFallsByAFifth(String name, int steps) throws IOException {
        List<History.Progress> progress = trained(name, data(name), 8, steps).progress();

        double last = progress.get(progress.size() - 1).loss();
        assertThat(last).isLessThan(0.8 * progress.get(0).loss());
    }

    private String data(String name) throws IOException {
        return switch (name.substring(0, name.indexOf('-'))) {
            case "fashion" -> clothes().toString();
            case "signals" -> "synthetic:signals,count=100";
            default -> "synthetic:gaussians,noise=0,count=60";
        };
    }

    @Test
    void gausNetLearnsToTellWidthsTenTimesBetterThanWhoGuessesTheMean() throws IOException {
        History.Condition learnt = trained("gaussians-width", "synthetic:gaussians,count=300", 16, 200)
                .looks()
                .get(0)
                .conditions()
                .get(0);
        assertThat(-learnt.after()).isLessThan(-learnt.before() / 10);
    }

    /** The faces that the recipe was made for may not be shipped; these have what its network has to know of a face. */
    @Test
    void theRecipeForFacesLearnsToTakeAwayWhatHidesStrangers() throws IOException {
        String name = "faces-occlusion";
        String recipe = Files.readString(Path.of("recipes", name + ".yaml"))
                .replace("batch: 8", "batch: 4")
                .replace("{peak: 0.003, end: 0.00001, warm-up: 50}", "{peak: 0.002, end: 0.00001, warm-up: 5}");
        trained(name, recipe, faces("known", 60, 1), 60);

        Recipe read = Recipe.read(name, recipe);
        Dataset strangers = Dataset.read(faces("strangers", 12, 100), DatasetPart.TRAINING, 1, new Size(92, 112));
        History.Condition hidden = new Validation(read, strangers, Precision.FP32, Device.cpu())
                .look(ModelFolder.read(folder.resolve(name)).weights())
                .get(0);
        assertThat(hidden.name()).isEqualTo("hidden");
        assertThat(hidden.after()).isGreaterThan(hidden.before() + 1.2); // 1.8 dB: a third less squared error
    }

    private String faces(String name, int count, long seed) throws IOException {
        Path data = Files.createDirectories(folder.resolve(name));
        for (int i = 0; i < count; i++) {
            Picture face = Picture.of(Drawn.face(new SplittableRandom(seed + i)), BitDepth.EIGHT, Format.PNG);
            Files.write(data.resolve("face-%02d.png".formatted(i)), Codec.encode(face, Format.PNG, 100));
        }
        return data.toString();
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
        assertThat(Dataset.read(data.toString(), DatasetPart.TRAINING, 1, new Size(1, 1))
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
}
