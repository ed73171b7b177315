package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Mask;
import io.unveil.image.MaskedDifference;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.inference.TestModels;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** fill on real files. The model makes what is filled 51 levels too bright. */
class FillCommandTest {
    private static final Mask HOLE = Mask.of(new Size(40, 30), (x, y) -> x >= 10 && x < 20 && y >= 5 && y < 15);
    private static final String REGION = "[{\"x\":10,\"y\":5,\"width\":10,\"height\":10}]";

    @TempDir
    static Path models;

    @TempDir
    Path folder;

    private Path picture;
    private Path mask;
    private Path out;

    @BeforeAll
    static void writeModels() {
        TestModels.lifter(models, "fill-color", 3);
    }

    @BeforeEach
    void draw() {
        picture = TestFiles.write(folder.resolve("in/a.png"), TestFiles.waves(40, 30, 3, BitDepth.EIGHT));
        mask = TestFiles.write(folder.resolve("masks/a.bmp"), drawn(HOLE));
        out = folder.resolve("out");
    }

    private static Picture drawn(Mask hole) {
        Size size = hole.size();
        float[] values = new float[size.width() * size.height()];
        for (int i = 0; i < values.length; i++) {
            values[i] = hole.at(i % size.width(), i / size.width()) ? 1 : 0;
        }
        return Picture.of(new Pixels(size.width(), size.height(), 1, values), BitDepth.EIGHT, Format.PNG);
    }

    private static Cli fill(Object... args) {
        return Cli.run(Stream.concat(
                        Stream.of("fill", "--models", models, "--device=cpu", "--precision=fp32"), Stream.of(args))
                .toArray());
    }

    private void assertFilled(Path before, Path after, Mask hole) {
        MaskedDifference error = MaskedDifference.between(TestFiles.read(before), TestFiles.read(after), hole);
        assertThat(error.outside().mse()).isZero();
        assertThat(error.inside().mae()).isGreaterThan(3);
    }

    @Test
    void aMaskAndARegionFillTheSameHoleAndALineSaysSo() {
        Path first = out.resolve("1.png");
        Path second = out.resolve("2.png");
        Cli run = fill(picture, "-o", first, "--mask", mask);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().strip()).isEqualTo(picture + " -> " + first + "  fill-color, 8.33 % filled");
        assertFilled(picture, first, HOLE);
        assertThat(fill(picture, "-o", second, "--region", REGION).code()).isZero();
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void foldersOfMasksAreLookedThroughByThePicturesNames() {
        TestFiles.write(folder.resolve("in/deep/b.tif"), TestFiles.waves(40, 30, 1, BitDepth.SIXTEEN));
        TestFiles.write(folder.resolve("in/c.png"), TestFiles.waves(40, 30, 1, BitDepth.EIGHT));
        TestFiles.write(folder.resolve("masks/deep/b.png"), drawn(HOLE));
        Cli run = fill(folder.resolve("in"), "-o", out, "--mask", folder.resolve("masks"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("unveil fill: " + folder.resolve("masks/c.png") + " does not exist");
        assertFilled(picture, out.resolve("a.png"), HOLE);
        assertFilled(folder.resolve("in/deep/b.tif"), out.resolve("deep/b.tif"), HOLE);
        assertThat(out.resolve("c.png")).doesNotExist();
    }

    @Test
    void jsonTellsParametersAndTheErrorInsideAndOutside() {
        Path reference = picture;
        Cli run = fill(
                picture,
                "-o",
                out.resolve("c.png"),
                "--region",
                REGION,
                "--grow=2",
                "--feather=1",
                "--method=push-pull",
                "--reference",
                reference,
                "--json");
        JsonNode report = JsonMapper.shared().readTree(run.out()).get(0);
        assertThat(report.propertyNames())
                .containsExactly(
                        "input",
                        "output",
                        "model",
                        "pipeline",
                        "device",
                        "image",
                        "parameters",
                        "error",
                        "reference",
                        "timing");
        assertThat(report.path("model").asString()).isEqualTo("push-pull");
        assertThat(report.path("parameters").toString())
                .isEqualTo(
                        "{\"mask\":\"region\",\"invert\":false,\"grow\":2,\"feather\":1,\"method\":\"push-pull\",\"coverage\":"
                                + "0.153333}");
        assertThat(report.at("/error/inside/mse").asDouble()).isPositive();
        assertThat(report.at("/error/outside").toString()).isEqualTo("{\"mse\":0.0,\"mae\":0.0}");
        assertThat(report.at("/reference/after/inside")).isEqualTo(report.at("/error/inside"));
    }

    @Test
    void whatWasTransparentIsFilledAndInvertedMasksFillTheRest() {
        Cli alpha = fill(picture, "-o", out.resolve("a.png"), "--mask=alpha");
        assertThat(alpha.code()).isEqualTo(1);
        assertThat(alpha.err())
                .isEqualTo(
                        "unveil fill: %s: the picture has no alpha channel that could be the mask".formatted(picture));
        Path rest = TestFiles.write(folder.resolve("rest.png"), drawn(HOLE.inverted()));
        assertThat(fill(picture, "-o", out.resolve("b.png"), "--mask", rest, "--invert")
                        .code())
                .isZero();
        assertFilled(picture, out.resolve("b.png"), HOLE);
    }

    @Test
    void withoutAModelTheLineSaysWhatTookItsPlace() {
        Cli run = Cli.run(
                "fill", "--models", folder, "--device=cpu", "--region", REGION, picture, "-o", out.resolve("a.png"));
        assertThat(run.out().strip())
                .endsWith("harmonic, 8.33 % filled  (filled harmonically, because there is no model that fills)");
    }

    @Test
    void wrongUseIsReportedBeforeAnythingIsWritten() {
        Cli neither = fill(picture, "-o", out.resolve("a.png"));
        assertThat(neither.code()).isEqualTo(2);
        assertThat(neither.err()).contains("--mask", "--region");
        Cli both = fill(picture, "-o", out.resolve("a.png"), "--mask", mask, "--region", REGION);
        assertThat(both.code()).isEqualTo(2);
        Cli wrong = fill(picture, "-o", out.resolve("a.png"), "--region", "[{}]");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).startsWith("unveil fill: region was '[{}]', allowed is a JSON list of rectangles");
        Cli grow = fill(picture, "-o", out.resolve("a.png"), "--mask", mask, "--grow=much");
        assertThat(grow.code()).isEqualTo(2);
        assertThat(grow.err())
                .isEqualTo("unveil fill: grow was 'much', allowed is a whole number of pixels from 0 to 500");
        assertThat(out).doesNotExist();
    }
}
