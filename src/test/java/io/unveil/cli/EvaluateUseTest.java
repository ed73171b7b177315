package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.inference.TestModels;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The uses of an autoencoder that knows pictures of flat quadrants. Of the pictures, class 0 is nearly flat in
 * quadrants and dark on the left, class 1 the same and dark on the right, class 2 is noise.
 */
class EvaluateUseTest {
    private static final int COUNT = 90;

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws IOException {
        TestModels.quadrants(folder.resolve("models"), "quadrants");
        TestModels.box(folder.resolve("models"), "denoiser", 1);
        writePart("train", 1);
        writePart("t10k", 2);
    }

    private static void writePart(String prefix, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        ByteArrayOutputStream images = new ByteArrayOutputStream();
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        header(images, 0x803, COUNT, 8, 8);
        header(labels, 0x801, COUNT);
        for (int i = 0; i < COUNT; i++) {
            int[] levels = {dark(random), bright(random), dark(random), bright(random)};
            for (int pixel = 0; pixel < 64; pixel++) {
                int side = pixel % 8 / 4 ^ i % 3;
                images.write(i % 3 == 2 ? random.nextInt(256) : levels[pixel / 32 * 2 + side] + random.nextInt(-3, 4));
            }
            labels.write(i % 3);
        }
        Path data = Files.createDirectories(folder.resolve("pictures"));
        Files.write(data.resolve(prefix + "-images-idx3-ubyte"), images.toByteArray());
        Files.write(data.resolve(prefix + "-labels-idx1-ubyte"), labels.toByteArray());
    }

    private static int dark(SplittableRandom random) {
        return random.nextInt(10, 110);
    }

    private static int bright(SplittableRandom random) {
        return random.nextInt(150, 250);
    }

    private static void header(ByteArrayOutputStream file, int... numbers) throws IOException {
        DataOutputStream out = new DataOutputStream(file);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    private static Cli evaluate(String... args) {
        Object[] all = new Object[args.length + 5];
        all[0] = "evaluate";
        all[1] = "--models=" + folder.resolve("models");
        all[2] = "--data=" + folder.resolve("pictures");
        all[3] = "--device=cpu";
        all[4] = "--precision=fp32";
        System.arraycopy(args, 0, all, 5, args.length);
        return Cli.run(all);
    }

    private static JsonNode rows(String... args) {
        Cli run = evaluate(args);
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode result = JsonMapper.shared().readTree(run.out());
        assertThat(result.propertyNames()).containsExactly("model", "task", "data", "images", "rows");
        assertThat(result.path("data").asString()).startsWith("pictures/t10k-images-idx3-ubyte");
        return result.path("rows");
    }

    private static double figure(JsonNode rows, String condition, String method, String figure) {
        return rows.valueStream()
                .filter(row -> row.path("condition").asString().equals(condition)
                        && row.path("method").asString().equals(method))
                .findFirst()
                .orElseThrow()
                .path(figure)
                .asDouble();
    }

    @Test
    void compressionTellsBytesAndPsnrOfCodesAndOfJpeg() {
        JsonNode rows = rows("--use=compression", "--model=quadrants", "--images=8", "--json");

        assertThat(rows).hasSize(9);
        assertThat(rows.get(0).propertyNames()).containsExactly("condition", "method", "psnr", "bytesPerImage");
        assertThat(figure(rows, "bits=8", "model", "bytesPerImage")).isEqualTo(4);
        assertThat(figure(rows, "bits=4", "model", "bytesPerImage")).isEqualTo(2);
        assertThat(figure(rows, "bits=8", "model", "psnr")).isGreaterThan(figure(rows, "bits=4", "model", "psnr") + 1);
        assertThat(figure(rows, "bits=8", "jpeg", "bytesPerImage"))
                .as("a JPEG file does not get that small")
                .isGreaterThan(100);
        assertThat(figure(rows, "bits=8", "jpeg-scan", "bytesPerImage")).isLessThan(30);
    }

    @Test
    void featuresTellsHowWellALinearProbeKnowsTheClasses() {
        JsonNode rows = rows("--use=features", "--model=quadrants", "--json");

        assertThat(rows.get(0).propertyNames()).containsExactly("condition", "method", "accuracy");
        assertThat(figure(rows, "features=4", "model", "accuracy")).isGreaterThan(.8);
        assertThat(figure(rows, "features=64", "pixels", "accuracy")).isGreaterThan(.6);
    }

    @Test
    void anomalyTellsTheNormalClassFromEachOtherByItsError() {
        JsonNode rows = rows("--use=anomaly", "--model=quadrants", "--normal-class=0", "--json");

        assertThat(rows).hasSize(6);
        assertThat(rows.get(0).propertyNames()).containsExactly("condition", "method", "imageAuroc");
        assertThat(figure(rows, "class=2", "model", "imageAuroc"))
                .as("noise is not expressed")
                .isEqualTo(1);
        assertThat(figure(rows, "class=1", "model", "imageAuroc"))
                .as("what is reconstructed as well is not distinguished")
                .isCloseTo(.5, within(.2));
        assertThat(figure(rows, "class=1", "mean", "imageAuroc")).isEqualTo(1);
        assertThat(figure(rows, "class=all", "model", "imageAuroc"))
                .isCloseTo((figure(rows, "class=1", "model", "imageAuroc") + 1) / 2, within(1e-4));
    }

    @Test
    void theTableHasAColumnForEachFigure() {
        Cli run = evaluate("--use=anomaly", "--model=quadrants", "--normal-class=0", "--images=12");
        assertThat(run.out().lines().limit(2))
                .containsExactly(
                        "quadrants on pictures/t10k-images-idx3-ubyte (the first 12), 12 pictures",
                        "condition            method             auroc");
    }

    @Test
    void optionsThatDoNotGoTogetherAreRefused() {
        assertThat(evaluate("--use=magic", "--model=quadrants").err())
                .endsWith("use was 'magic', allowed is 'compression', 'features' or 'anomaly'");
        assertThat(evaluate("--use=features").err()).contains("--model");
        assertThat(evaluate("--use=features", "--model=quadrants", "--sigma=5").err())
                .endsWith("--sigma has no meaning with --use");
        assertThat(evaluate("--use=anomaly", "--model=quadrants").err()).endsWith("--use anomaly needs --normal-class");
        assertThat(evaluate("--use=features", "--model=quadrants", "--normal-class=1")
                        .err())
                .endsWith("--normal-class has no meaning without --use anomaly");
        assertThat(evaluate("--images=3", "--model=denoiser").err())
                .endsWith("--normal-class and --images have no meaning without --use");
        assertThat(evaluate("--use=features", "--model=denoiser").err())
                .endsWith("model 'denoiser' was made to denoise, not to autoencode");
        assertThat(evaluate("--use=anomaly", "--model=quadrants", "--normal-class=7")
                        .err())
                .contains("no class 7, its classes are [0, 1, 2]");
        Cli one = Cli.run(
                "evaluate",
                "--use=features",
                "--model=quadrants",
                "--models=" + folder.resolve("models"),
                "--data=" + folder.resolve("pictures/train-images-idx3-ubyte"));
        assertThat(one.err()).contains("is one set; two are needed, one to learn from and one to measure with");
    }
}
