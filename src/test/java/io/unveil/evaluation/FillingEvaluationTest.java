package io.unveil.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Mask;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.image.codec.Codec;
import io.unveil.inference.Device;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.inference.TestModels;
import io.unveil.model.Task;
import io.unveil.pipeline.fill.FillMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Flat pictures, which every classical method fills without error, and a model that makes what it fills 51 levels too
 * bright.
 */
class FillingEvaluationTest {
    private static final Size SIZE = new Size(60, 50);
    private static final Mask SQUARE = square(SIZE);

    @TempDir
    static Path root;

    private static Models models;

    @BeforeAll
    static void open() {
        TestModels.lifter(root, "fill-color", 3);
        TestModels.lifter(root, "gray-only", 1);
        models = Models.open(new InferenceSettings(root, Device.CPU, "fp32", 2, 448));
    }

    @AfterAll
    static void close() {
        models.close();
    }

    private static Mask square(Size size) {
        return Mask.of(size, (x, y) -> x >= 20 && x < 40 && y >= 15 && y < 35);
    }

    private static Picture picture(Size size, int channels, IntBinaryOperator level) {
        float[] values = new float[size.width() * size.height() * channels];
        for (int i = 0; i < values.length; i++) {
            int pixel = i / channels;
            values[i] = level.applyAsInt(pixel % size.width(), pixel / size.width()) / 255f;
        }
        return Picture.of(new Pixels(size.width(), size.height(), channels, values), BitDepth.EIGHT, Format.PNG);
    }

    private static OccludedSet set(Picture... pictures) {
        List<TestSet.Entry> entries = new ArrayList<>();
        List<Mask> masks = new ArrayList<>();
        for (Picture picture : pictures) {
            entries.add(new TestSet.Entry(entries.size() + ".png", entries.size(), picture));
            masks.add(square(picture.size()));
        }
        return new OccludedSet(new TestSet("drawn", entries), List.of(new OccludedSet.Kind("squares", masks)));
    }

    private static Evaluation run(Optional<String> model, OccludedSet set, FillMethod... methods) {
        return FillingEvaluation.run(models, model, List.of(methods), set, (done, all) -> {});
    }

    @Test
    void psnrIsTakenUnderTheMaskAloneAndIsAMeanOverPictures() {
        Picture flat = picture(SIZE, 3, (x, y) -> 100);
        Picture half = picture(SIZE, 3, (x, y) -> x >= 20 && x < 40 && y >= 15 && y < 35 ? 110 : 100);
        Evaluation.Row row =
                run(Optional.empty(), set(half), FillMethod.HARMONIC).rows().get(0);
        assertThat(row.condition()).isEqualTo("masks=squares");
        assertThat(row.method()).isEqualTo("harmonic");
        assertThat(row.figure(Metric.PSNR))
                .as("10 levels off everywhere in the hole")
                .isCloseTo(20 * Math.log10(25.5), within(1e-3));
        assertThat(row.figures()).doesNotContainKeys(Metric.SSIM, Metric.PSNR_BEFORE);
        assertThat(row.figure(Metric.MEGAPIXELS_PER_SECOND)).isPositive();
        double lifted =
                run(Optional.empty(), set(flat), FillMethod.MODEL).rows().get(0).figure(Metric.PSNR);
        double less =
                run(Optional.empty(), set(half), FillMethod.MODEL).rows().get(0).figure(Metric.PSNR);
        double mean = run(Optional.empty(), set(flat, half), FillMethod.MODEL)
                .rows()
                .get(0)
                .figure(Metric.PSNR);
        assertThat(mean).isCloseTo((lifted + less) / 2, within(1e-9));
        assertThat(less).isGreaterThan(lifted + 1);
    }

    @Test
    void theTruthUnderTheMaskCannotBeSeenByAnyMethod() {
        Picture checks = picture(SIZE, 3, (x, y) -> SQUARE.at(x, y) ? 255 * ((x + y) % 2) : 127);
        for (FillMethod method : FillMethod.values()) {
            double psnr =
                    run(Optional.empty(), set(checks), method).rows().get(0).figure(Metric.PSNR);
            assertThat(psnr).as(method.word()).isCloseTo(20 * Math.log10(2), within(1.5));
        }
    }

    @Test
    void methodsStandSideBySideAndProgressCountsEveryPicture() {
        List<Integer> seen = new ArrayList<>();
        OccludedSet one = set(picture(SIZE, 3, (x, y) -> 2 * x));
        OccludedSet two = new OccludedSet(
                one.pictures(),
                List.of(
                        one.kinds().get(0),
                        new OccludedSet.Kind("again", one.kinds().get(0).masks())));
        Evaluation evaluation = FillingEvaluation.run(
                models, Optional.of("fill-color"), List.of(FillMethod.MODEL, FillMethod.TELEA), two, (done, all) -> {
                    assertThat(all).isEqualTo(4);
                    seen.add(done);
                });
        assertThat(evaluation.model()).hasValue("fill-color");
        assertThat(evaluation.task()).isEqualTo(Task.FILL);
        assertThat(evaluation.images()).isEqualTo(1);
        assertThat(evaluation.rows())
                .extracting(row -> row.condition() + " " + row.method())
                .containsExactly(
                        "masks=squares model", "masks=squares telea", "masks=again model", "masks=again telea");
        assertThat(seen).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aModelForGrayPicturesGetsThemInGrayAndAnUnknownOneIsRefused() {
        Picture colour = picture(SIZE, 3, (x, y) -> 3 * x);
        assertThat(run(Optional.of("gray-only"), set(colour), FillMethod.MODEL)
                        .rows()
                        .get(0)
                        .figure(Metric.PSNR))
                .isEqualTo(run(Optional.of("gray-only"), set(colour.inGray()), FillMethod.MODEL)
                        .rows()
                        .get(0)
                        .figure(Metric.PSNR));
        assertThatThrownBy(() -> run(Optional.of("nobody"), set(colour), FillMethod.MODEL))
                .isInstanceOf(RefusedRequest.class);
    }

    @Test
    void gradientsInTheHoleAreHeldAgainstThoseAroundIt() {
        Picture slope = picture(new Size(120, 120), 1, (x, y) -> 2 * x);
        Mask hole = Mask.of(slope.size(), (x, y) -> Math.max(Math.abs(x - 60), Math.abs(y - 60)) < 20);
        assertThat(GradientRatio.of(slope, hole).orElseThrow()).isCloseTo(1, within(1e-3));
        Picture steep = picture(new Size(120, 120), 1, (x, y) -> hole.at(x, y) ? x : 2 * x);
        assertThat(GradientRatio.of(steep, hole).orElseThrow())
                .as("half as steep")
                .isCloseTo(.5, within(1e-3));
        Mask hair = Mask.of(slope.size(), (x, y) -> x == 60);
        assertThat(GradientRatio.of(slope, hair))
                .as("no pixel that has no known neighbour")
                .isEmpty();
    }

    @Test
    void masksAreReadFromOneFolderAKindByThePicturesNames(@TempDir Path folder) throws IOException {
        write(folder.resolve("data/a.jpg"), picture(SIZE, 3, (x, y) -> 90));
        write(folder.resolve("data/deep/b.png"), picture(SIZE, 1, (x, y) -> 90));
        for (String kind : List.of("text", "blocks")) {
            write(folder.resolve("masks/" + kind + "/a.png"), picture(SIZE, 1, (x, y) -> SQUARE.at(x, y) ? 255 : 0));
            write(folder.resolve("masks/" + kind + "/deep/b.png"), picture(SIZE, 1, (x, y) -> x == 1 ? 255 : 0));
        }
        OccludedSet set = OccludedSet.read(folder.resolve("data"), folder.resolve("masks"));
        assertThat(set.kinds()).extracting(OccludedSet.Kind::name).containsExactly("blocks", "text");
        assertThat(set.kinds().get(1).masks()).extracting(Mask::count).containsExactly(400L, 50L);
        write(folder.resolve("masks/text/a.png"), picture(new Size(9, 9), 1, (x, y) -> 255));
        assertThatThrownBy(() -> OccludedSet.read(folder.resolve("data"), folder.resolve("masks")))
                .isInstanceOf(TestSet.Unusable.class)
                .hasMessage(folder.resolve("masks/text/a.png") + " is 9 x 9, but its picture 60 x 50");
        Files.delete(folder.resolve("masks/text/a.png"));
        assertThatThrownBy(() -> OccludedSet.read(folder.resolve("data"), folder.resolve("masks")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(folder.resolve("masks/text/a.png").toString());
        assertThatThrownBy(() -> OccludedSet.read(folder.resolve("data"), folder.resolve("masks/blocks/deep")))
                .hasMessageEndingWith("holds no folder of masks: expected is one folder per kind of mask");
    }

    private static void write(Path file, Picture picture) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, Codec.encode(picture, Format.ofName(file.toString()).orElseThrow(), 95));
    }
}
