package io.unveil.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.model.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a network makes of whole pictures, cut or not. */
class ModelTest {
    private static final int TILE = 96;

    @TempDir
    Path root;

    private Models open(String precision, int tile) {
        return Models.open(new InferenceSettings(root, Device.CPU, precision, 2, tile));
    }

    private static Picture noise(int width, int height) {
        Random random = new Random(3);
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return Picture.of(new Pixels(width, height, 1, values), BitDepth.SIXTEEN, Format.PNG);
    }

    /** The network's output for the picture itself and a constant plane. */
    private static float[] run(Models models, Picture picture, AtomicInteger tiles) {
        Size size = picture.size();
        float[] out = new float[(int) size.pixels()];
        models.require("deep", Task.DENOISE)
                .run(
                        size,
                        (tile, network) -> tile.kept(network.apply(planes(tile.read(picture)))),
                        (tile, kept) -> {
                            tiles.incrementAndGet();
                            paste(kept, tile, out, size.width());
                        },
                        Deadline.none());
        return out;
    }

    private static Pixels planes(Pixels read) {
        float[] values = new float[read.values().length * 2];
        for (int i = 0; i < read.values().length; i++) {
            values[2 * i] = read.values()[i] - .5f;
            values[2 * i + 1] = .1f;
        }
        return new Pixels(read.width(), read.height(), 2, values);
    }

    private static void paste(Pixels kept, Tile tile, float[] out, int width) {
        for (int y = 0; y < kept.height(); y++) {
            System.arraycopy(
                    kept.values(),
                    y * kept.width(),
                    out,
                    (tile.rows().from() + y) * width + tile.columns().from(),
                    kept.width());
        }
    }

    @ParameterizedTest(name = "{0} x {1} in {2} tiles, {3}")
    @CsvSource({
        "200, 150, 6, fp32", // both axes, neither a multiple of the stride
        "97, 33, 2, fp32", // one pixel too wide
        "96, 96, 1, fp32",
        "300, 5, 5, fp32",
        "200, 150, 6, bf16"
    })
    void aPictureComesOutTheSameWholeOrTiled(int width, int height, int expected, String precision) {
        TestModels.deep(root, "deep", 1, Task.DENOISE);
        Picture picture = noise(width, height);
        AtomicInteger tiles = new AtomicInteger();
        try (Models cut = open(precision, TILE);
                Models whole = open(precision, 1024)) {
            float[] tiled = run(cut, picture, tiles);
            assertThat(tiles).hasValue(expected);
            float[] once = run(whole, picture, new AtomicInteger());
            assertThat(largestDifference(tiled, once)).isLessThan(1e-5); // a level is 4e-3
            assertThat(largestDifference(once, new float[once.length]))
                    .as("the network does something")
                    .isGreaterThan(.1);
        }
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"1, 1", "1, 7", "3, 2", "5, 4"})
    void picturesSmallerThanTheStrideAreTaken(int width, int height) {
        TestModels.deep(root, "deep", 1, Task.DENOISE);
        try (Models models = open("fp32", TILE)) {
            float[] out = run(models, noise(width, height), new AtomicInteger());
            assertThat(out).hasSize(width * height).doesNotContain(Float.NaN);
        }
    }

    @Test
    void manyRequestsAtOnceGiveWhatOneAloneGivesAndLeaveNoTensor() {
        TestModels.deep(root, "deep", 1, Task.DENOISE);
        Picture picture = noise(200, 150);
        try (Models models = open("fp32", TILE)) {
            int before = models.liveArrays();
            float[] alone = run(models, picture, new AtomicInteger());
            var together = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> run(models, picture, new AtomicInteger())))
                    .toList();
            together.forEach(one -> assertThat(one.join()).isEqualTo(alone));
            assertThat(models.liveArrays()).isEqualTo(before).isPositive();
        }
    }

    @Test
    void whatFailsOnOneTileFailsTheRequestAndLeavesNoTensor() {
        TestModels.deep(root, "deep", 1, Task.DENOISE);
        Picture picture = noise(200, 150);
        AtomicInteger seen = new AtomicInteger();
        try (Models models = open("fp32", TILE)) {
            int before = models.liveArrays();
            assertThatThrownBy(() -> models.require("deep", Task.DENOISE)
                            .run(
                                    picture.size(),
                                    (tile, network) -> {
                                        Pixels out = network.apply(planes(tile.read(picture)));
                                        if (seen.incrementAndGet() == 1) {
                                            throw new IllegalArgumentException("first tile");
                                        }
                                        return tile.kept(out);
                                    },
                                    (tile, kept) -> {},
                                    Deadline.none()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("first tile");
            assertThat(seen.get())
                    .as("no tile is begun after the failure is known")
                    .isLessThan(6);
            assertThat(models.liveArrays()).isEqualTo(before);
            assertThat(run(models, picture, new AtomicInteger()))
                    .as("the workers live on")
                    .isNotEmpty();
        }
    }

    @Test
    void planesThatTheNetworkDoesNotTakeFailAndLeaveNoTensor() {
        TestModels.deep(root, "deep", 1, Task.DENOISE);
        try (Models models = open("fp32", TILE)) {
            int before = models.liveArrays();
            assertThatThrownBy(() -> models.require("deep", Task.DENOISE)
                            .run(
                                    new Size(8, 8),
                                    (tile, network) -> network.apply(new Pixels(8, 8, 3, new float[192])),
                                    (tile, kept) -> {},
                                    Deadline.none()))
                    .isInstanceOf(RuntimeException.class);
            assertThat(models.liveArrays()).isEqualTo(before);
        }
    }

    @Test
    void aRequestPastItsDeadlineStopsBeforeTheNetworkRuns() {
        TestModels.deep(root, "deep", 1, Task.DENOISE);
        AtomicInteger begun = new AtomicInteger();
        try (Models models = open("fp32", TILE)) {
            Deadline passed = Deadline.in(Duration.ofMillis(-1));
            assertThatThrownBy(() -> models.require("deep", Task.DENOISE)
                            .run(
                                    new Size(200, 150),
                                    (tile, network) -> {
                                        begun.incrementAndGet();
                                        return network.apply(new Pixels(8, 8, 2, new float[128]));
                                    },
                                    (tile, kept) -> {},
                                    passed))
                    .isInstanceOfSatisfying(
                            RefusedRequest.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusedRequest.Reason.TIMED_OUT));
            assertThat(begun).hasValue(0);
        }
    }

    private static double largestDifference(float[] a, float[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }
}
