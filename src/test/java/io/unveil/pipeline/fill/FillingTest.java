package io.unveil.pipeline.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Mask;
import io.unveil.image.MaskedDifference;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Polygon;
import io.unveil.image.Rectangle;
import io.unveil.image.Retouching;
import io.unveil.image.Size;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import io.unveil.inference.Deadline;
import io.unveil.inference.Device;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.inference.TestModels;
import io.unveil.pipeline.TestPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a caller gets. The models are "lifters": they make what is filled 51 levels brighter than the harmonic fill
 * wherever the hole goes on for a pixel on all sides, so that their part is known.
 */
class FillingTest {
    @TempDir
    static Path root;

    private static Models models;
    private static Filling filling;

    @BeforeAll
    static void open() throws IOException {
        TestModels.lifter(root.resolve("all"), "fill-color", 3);
        TestModels.lifter(root.resolve("all"), "fill-gray", 1);
        TestModels.lifter(root.resolve("all"), "fill-pixels", 3);
        TestModels.box(root.resolve("all"), "cleaner", 3);
        Files.createDirectories(root.resolve("none"));
        Files.createDirectories(root.resolve("broken/fill-color"));
        models = open("all");
        filling = new Filling(models);
    }

    private static Models open(String folder) {
        return Models.open(new InferenceSettings(root.resolve(folder), Device.CPU, "fp32", 2, 64));
    }

    @AfterAll
    static void close() {
        models.close();
    }

    private static MaskSource rectangle(double x, double y, double width, double height) {
        return new MaskSource.Drawing(List.of(Polygon.rectangle(x, y, width, height)));
    }

    private static FillOptions by(FillMethod method, MaskSource mask) {
        return new FillOptions(mask, false, 0, 0, Optional.empty(), method);
    }

    private static Filled fill(Picture picture, FillOptions options) {
        return filling.fill(picture, options, Optional.empty());
    }

    private static void assertRefused(ThrowingCallable call, RefusedRequest.Reason reason, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedRequest.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused).hasMessage(message);
        });
    }

    private static Mask random(Size size, double share, long seed) {
        Random random = new Random(seed);
        return Mask.of(size, (x, y) -> random.nextDouble() < share);
    }

    private static void assertKeptOutside(Mask hole, Picture before, Picture after) {
        assertThat(after.depth()).isEqualTo(before.depth());
        for (int y = 0; y < before.size().height(); y++) {
            for (int x = 0; x < before.size().width(); x++) {
                for (int c = 0; c < before.channels() && !hole.at(x, y); c++) {
                    assertThat(after.level(x, y, c)).isEqualTo(before.level(x, y, c));
                }
            }
        }
    }

    @Test
    void theNetworkCorrectsTheHarmonicFillInTheHoleAlone() {
        Picture picture = TestPictures.flat(100, 80, 3, 100);
        Filled filled = fill(picture, FillOptions.of(rectangle(20, 30, 40, 20)));
        assertThat(filled.picture().level(40, 35, 1)).isEqualTo(151);
        assertThat(filled.picture().level(20, 30, 1))
                .as("four of nine at the corner")
                .isEqualTo(100 + 23);
        assertKeptOutside(rectangle(20, 30, 40, 20).of(picture), picture, filled.picture());
        assertThat(filled.model()).isEqualTo("fill-color");
        assertThat(filled.device()).isEqualTo("cpu");
        assertThat(filled.steps()).containsExactly("model");
        assertThat(filled.notes()).isEmpty();
        assertThat(filled.coverage()).isEqualTo(.1);
        assertThat(filled.timing().queue()).isPositive();
        assertThat(filled.timing().inference()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            value = FillMethod.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"AUTO", "MODEL", "EXEMPLAR"})
    void coloursGoOnOverTheBorderOfTheHole(FillMethod method) {
        float[] values = new float[90 * 80 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (.5 + .3 * Math.sin(i / 3 % 90 * .03 + i % 3) * Math.cos(i / 270 * .02));
        }
        Picture waves = Picture.of(new Pixels(90, 80, 3, values), BitDepth.EIGHT, Format.PNG);
        Picture filled = fill(waves, by(method, rectangle(30, 20, 24, 17))).picture();
        for (int c = 0; c < 3; c++) {
            for (int x = 30; x < 54; x++) {
                assertThat(Math.abs(filled.level(x, 20, c) - filled.level(x, 19, c)))
                        .isLessThan(8);
                assertThat(Math.abs(filled.level(x, 35, c) - filled.level(x, 36, c)))
                        .isLessThan(8);
            }
            for (int y = 20; y < 36; y++) {
                assertThat(Math.abs(filled.level(30, y, c) - filled.level(29, y, c)))
                        .isLessThan(8);
                assertThat(Math.abs(filled.level(53, y, c) - filled.level(54, y, c)))
                        .isLessThan(8);
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1} channels, {2} bits")
    @CsvSource({
        "PNG, 1, EIGHT",
        "PNG, 3, EIGHT",
        "PNG, 1, SIXTEEN",
        "PNG, 3, SIXTEEN",
        "TIFF, 3, SIXTEEN",
        "TIFF, 1, EIGHT",
        "BMP, 3, EIGHT",
        "WEBP, 3, EIGHT"
    })
    void allButTheHoleIsKeptBitForBitInEveryFormatWithoutLoss(Format format, int channels, BitDepth depth) {
        Random random = new Random(3);
        float[] values = new float[70 * 50 * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        Picture drawn = Picture.of(new Pixels(70, 50, channels, values), depth, format);
        Picture picture = Codec.decode(Codec.encode(drawn, format, 95), Limits.DEFAULT);
        for (double share : new double[] {.02, .5, .98}) {
            Mask hole = random(picture.size(), share, 4);
            Picture filled =
                    fill(picture, FillOptions.of(new MaskSource.Drawn(hole))).picture();
            Picture read = Codec.decode(Codec.encode(filled, format, 95), Limits.DEFAULT);
            assertKeptOutside(hole, picture, read);
        }
    }

    @Test
    void grayPicturesHaveAModelOfTheirOwnAndMayGoThroughAColourModel() {
        Picture gray = TestPictures.flat(60, 60, 1, 100);
        MaskSource mask = rectangle(20, 20, 20, 20);
        assertThat(fill(gray, FillOptions.of(mask)).model()).isEqualTo("fill-gray");
        Filled colour = fill(gray, new FillOptions(mask, false, 0, 0, Optional.of("fill-color"), FillMethod.MODEL));
        assertThat(colour.picture().channels()).isEqualTo(1);
        assertThat(colour.picture().level(30, 30, 0)).isEqualTo(151);
    }

    @Test
    void scatteredPixelsAndThinLinesHaveAModelOfTheirOwn() {
        Picture picture = TestPictures.colour();
        for (double share : new double[] {.1, .5, .9}) {
            MaskSource mask = new MaskSource.Drawn(random(picture.size(), share, 1));
            assertThat(fill(picture, FillOptions.of(mask)).model()).isEqualTo("fill-pixels");
        }
        assertThat(fill(picture, FillOptions.of(rectangle(9, 9, 30, 16))).model())
                .isEqualTo("fill-pixels");
        assertThat(fill(picture, FillOptions.of(rectangle(9, 9, 30, 17))).model())
                .isEqualTo("fill-color"); // 9 deep
    }

    @Test
    void withoutAModelItIsTheHarmonicFillAndTheAnswerSaysWhy() {
        Picture picture = TestPictures.colour();
        MaskSource mask = rectangle(30, 20, 24, 17);
        try (Models none = open("none");
                Models broken = open("broken")) {
            Filled filled = new Filling(none).fill(picture, FillOptions.of(mask), Optional.empty());
            assertThat(filled.model()).isEqualTo("harmonic");
            assertThat(filled.steps()).containsExactly("fallback", "harmonic");
            assertThat(filled.notes()).containsExactly("filled harmonically, because there is no model that fills");
            assertThat(filled.picture().pixels().values())
                    .isEqualTo(fill(picture, by(FillMethod.HARMONIC, mask))
                            .picture()
                            .pixels()
                            .values());
            assertThat(new Filling(broken)
                            .fill(picture, FillOptions.of(mask), Optional.empty())
                            .notes())
                    .singleElement()
                    .asString()
                    .startsWith("filled harmonically, because model 'fill-color' could not be loaded: ")
                    .contains("manifest.json");
            assertRefused(
                    () -> new Filling(none).fill(picture, by(FillMethod.MODEL, mask), Optional.empty()),
                    RefusedRequest.Reason.UNKNOWN_MODEL,
                    "there is no model 'fill-color', there are none");
        }
    }

    @ParameterizedTest
    @EnumSource(FillMethod.class)
    void aModelRequestedByNameServesOrIsRefusedWhateverElseThereIs(FillMethod method) {
        boolean classical =
                !List.of(FillMethod.AUTO, FillMethod.MODEL, FillMethod.EXEMPLAR).contains(method);
        FillOptions options = new FillOptions(rectangle(9, 9, 4, 4), false, 0, 0, Optional.of("nobody"), method);
        if (classical) {
            assertThat(fill(TestPictures.colour(), options).model()).isEqualTo(method.word());
        } else {
            assertRefused(
                    () -> fill(TestPictures.colour(), options),
                    RefusedRequest.Reason.UNKNOWN_MODEL,
                    "there is no model 'nobody', there are cleaner, fill-color, fill-gray, fill-pixels");
        }
    }

    @Test
    void modelsForOtherTasksOrColoursAreRefused() {
        FillOptions cleaner =
                new FillOptions(rectangle(9, 9, 4, 4), false, 0, 0, Optional.of("cleaner"), FillMethod.AUTO);
        assertRefused(
                () -> fill(TestPictures.colour(), cleaner),
                RefusedRequest.Reason.WRONG_TASK,
                "model 'cleaner' was made to denoise, not to fill");
        FillOptions gray =
                new FillOptions(rectangle(9, 9, 4, 4), false, 0, 0, Optional.of("fill-gray"), FillMethod.AUTO);
        assertRefused(
                () -> fill(TestPictures.colour(), gray),
                RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                "the picture is in colour, model 'fill-gray' is for gray pictures only");
    }

    @Test
    void eachMethodFillsAndIsNamed() {
        Picture picture = TestPictures.colour();
        MaskSource mask = rectangle(30, 20, 24, 17);
        for (FillMethod method : FillMethod.values()) {
            Filled filled = fill(picture, by(method, mask));
            assertThat(filled.model())
                    .isEqualTo(
                            switch (method) {
                                case AUTO, MODEL -> "fill-color";
                                default -> method.word();
                            });
            assertThat(filled.error().inside().mse()).as(method.word()).isPositive();
            assertThat(filled.error().outside().mse()).as(method.word()).isZero();
            assertKeptOutside(mask.of(picture), picture, filled.picture());
        }
    }

    @Test
    void aMaskIsInvertedAndThenGrown() {
        Picture picture = TestPictures.flat(40, 40, 1, 100);
        MaskSource most = rectangle(0, 0, 40, 30);
        Filled filled = fill(picture, new FillOptions(most, true, 3, 0, Optional.empty(), FillMethod.AUTO));
        assertThat(filled.coverage()).isEqualTo(13 / 40.);
        assertThat(filled.picture().level(20, 27, 0)).isGreaterThan(100);
        assertThat(filled.picture().level(20, 26, 0)).isEqualTo(100);
    }

    @Test
    void aSoftEdgeLiesInsideOfTheHole() {
        Picture picture = TestPictures.flat(60, 60, 1, 100);
        MaskSource mask = rectangle(20, 20, 20, 20);
        FillOptions soft = new FillOptions(mask, false, 0, 4, Optional.empty(), FillMethod.AUTO);
        Picture filled = fill(picture, soft).picture();
        assertThat(filled.level(19, 30, 0)).isEqualTo(100);
        assertThat(filled.level(20, 30, 0)).as("a fifth of two thirds of 51").isEqualTo(107);
        assertThat(filled.level(21, 30, 0)).as("two fifths of 51").isEqualTo(120);
        assertThat(filled.level(23, 30, 0)).as("four fifths of 51").isEqualTo(141);
        assertThat(filled.level(24, 30, 0)).isEqualTo(151);
    }

    @Test
    void whereTheMaskIsTheTransparencyWhatIsFilledBecomesOpaque() {
        byte[] file = Codec.encode(withAlpha(), Format.PNG, 95);
        Picture picture = Codec.decode(file, Limits.DEFAULT);
        Mask clear = Mask.ofTransparent(picture);
        Picture filled = fill(picture, FillOptions.of(new MaskSource.Alpha())).picture();
        assertThat(clear.count()).isEqualTo(100);
        assertThat(Mask.ofTransparent(filled).isEmpty()).isTrue();
        assertKeptOutside(clear, picture, filled);
        Picture other = fill(picture, FillOptions.of(rectangle(0, 0, 5, 5))).picture();
        assertThat(Mask.ofTransparent(other).count())
                .as("another mask leaves alpha unchanged")
                .isEqualTo(100);
    }

    /** A gray picture with a transparent square of 10 x 10, as an editor writes it. */
    private static Picture withAlpha() {
        java.awt.image.BufferedImage image =
                new java.awt.image.BufferedImage(30, 30, java.awt.image.BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 30; x++) {
                boolean clear = x >= 10 && x < 20 && y >= 10 && y < 20;
                image.setRGB(x, y, clear ? 0 : 0xff000000 | 0x010203 * (x + y));
            }
        }
        java.io.ByteArrayOutputStream file = new java.io.ByteArrayOutputStream();
        try {
            javax.imageio.ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Codec.decode(file.toByteArray(), Limits.DEFAULT);
    }

    @Test
    void masksThatCannotBeAreRefusedWithWhatIsWrong() {
        Picture picture = TestPictures.flat(40, 30, 1, 100);
        RefusedRequest.Reason reason = RefusedRequest.Reason.UNPROCESSABLE_IMAGE;
        Mask small = Mask.of(new Size(30, 40), (x, y) -> x == y);
        assertRefused(
                () -> fill(picture, FillOptions.of(new MaskSource.Drawn(small))),
                reason,
                "the mask is 30 x 40, the picture 40 x 30; both must be of one size");
        assertRefused(
                () -> fill(picture, FillOptions.of(new MaskSource.Drawn(random(picture.size(), 0, 1)))),
                reason,
                "the mask marks no pixel: there is nothing to fill");
        assertRefused(
                () -> fill(picture, FillOptions.of(rectangle(-1, -1, 99, 99))),
                reason,
                "the mask marks every pixel: there is nothing to fill from");
        assertRefused(
                () -> fill(
                        picture,
                        new FillOptions(rectangle(0, 0, 9, 9), true, 20, 0, Optional.empty(), FillMethod.AUTO)),
                reason,
                "the mask, inverted, grown by 20 pixels, marks every pixel: there is nothing to fill from");
        assertRefused(
                () -> fill(picture, FillOptions.of(new MaskSource.Alpha())),
                reason,
                "the picture has no alpha channel that could be the mask");
        assertRefused(
                () -> fill(picture, FillOptions.of(rectangle(90, 0, 9, 9))),
                reason,
                "region 1 holds no pixel of the picture, which is 40 x 30");
    }

    @Test
    void growthAndFeatherAreHeldToTheirBounds() {
        MaskSource mask = new MaskSource.Alpha();
        assertThatThrownBy(() -> new FillOptions(mask, false, 501, 0, Optional.empty(), FillMethod.AUTO))
                .hasMessage("grow was '501', allowed is a whole number of pixels from 0 to 500");
        assertThatThrownBy(() -> FillOptions.parseFeather("-1"))
                .hasMessage("feather was '-1', allowed is a whole number of pixels from 0 to 100");
        assertThatThrownBy(() -> FillOptions.parseGrow("2.5"))
                .hasMessage("grow was '2.5', allowed is a whole number of pixels from 0 to 500");
        assertThat(FillOptions.parseGrow("500")).isEqualTo(500);
    }

    @Test
    void theErrorIsGivenInsideAndOutsideAndAgainstAReference() {
        Picture whole = TestPictures.colour();
        MaskSource mask = rectangle(30, 20, 24, 17);
        Mask hole = mask.of(whole);
        Retouching scratch = new Retouching(whole, false);
        Rectangle all = Rectangle.of(whole.size());
        scratch.paint(
                all,
                new Pixels(all.width(), all.height(), 3, new float[all.width() * all.height() * 3]),
                hole.weights(all, 0));
        Picture scratched = scratch.picture();
        Filled filled = filling.fill(scratched, by(FillMethod.HARMONIC, mask), Optional.of(whole));
        Filled.Reference against = filled.reference().orElseThrow();
        assertThat(against.before()).isEqualTo(MaskedDifference.between(scratched, whole, hole));
        assertThat(against.after()).isEqualTo(MaskedDifference.between(filled.picture(), whole, hole));
        assertThat(against.after().inside().psnr())
                .isGreaterThan(against.before().inside().psnr() + 5);
        assertThat(against.after().outside().mse()).isZero();
        assertThat(filled.error().whole().ssim())
                .isCloseTo(
                        MaskedDifference.between(scratched, filled.picture(), hole)
                                .whole()
                                .ssim(),
                        within(1e-9));
        assertThatThrownBy(
                        () -> filling.fill(scratched, FillOptions.of(mask), Optional.of(TestPictures.flat(9, 9, 3, 9))))
                .hasMessageContaining("both must be alike");
    }

    @Test
    void theWidePartsOfAHoleGetTextureFromPatchesAndTheNarrowOnesStayTheNetworks() {
        Picture picture = TestPictures.colour();
        MaskSource both = new MaskSource.Drawn(Mask.of(
                picture.size(), (x, y) -> x >= 10 && x < 60 && y >= 10 && y < 60 || x >= 70 && x < 73 && y < 60));
        Filled usual = fill(picture, by(FillMethod.AUTO, both));
        Filled network = fill(picture, by(FillMethod.MODEL, both));
        assertThat(usual.steps()).containsExactly("model", "exemplar");
        assertThat(usual.picture().level(71, 30, 0)).isEqualTo(network.picture().level(71, 30, 0));
        assertThat(usual.picture().region(10, 10, 50, 50).values())
                .isNotEqualTo(network.picture().region(10, 10, 50, 50).values());

        MaskSource band = rectangle(10, 10, 30, 60);
        assertThat(fill(picture, by(FillMethod.AUTO, band)).steps())
                .as("a band in a rough picture")
                .containsExactly("model", "exemplar");
        assertThat(fill(TestPictures.flat(100, 100, 3, 90), by(FillMethod.AUTO, band))
                        .steps())
                .as("the same in a smooth one")
                .containsExactly("model");
        assertThat(fill(picture, by(FillMethod.AUTO, rectangle(10, 10, 16, 60))).steps())
                .as("a stroke")
                .containsExactly("model");
    }

    @Test
    void aHoleWiderThanTheNetworkSeesIsFilledAtHalfTheSizeFirst() {
        Picture picture = TestPictures.flat(300, 300, 1, 20);
        MaskSource mask = rectangle(100, 100, 100, 100); // 50 deep, 25 at half the size
        FillOptions options = by(FillMethod.MODEL, mask);
        Filled near = new Filling(models, 60).fill(picture, options, Optional.empty());
        Filled far = new Filling(models, 32).fill(picture, options, Optional.empty());
        Filled further = new Filling(models, 16).fill(picture, options, Optional.empty());
        assertThat(near.picture().level(150, 150, 0)).isEqualTo(71);
        assertThat(far.picture().level(150, 150, 0)).as("lifted at both sizes").isBetween(71 + 35, 71 + 51);
        assertThat(further.picture().level(150, 150, 0))
                .as("lifted at three sizes")
                .isBetween(71 + 70, 71 + 102);
        assertThat(further.picture().level(100, 150, 0))
                .as("and still close to the rim")
                .isLessThan(100);
        assertKeptOutside(mask.of(picture), picture, further.picture());
    }

    @Test
    void aRequestPastItsDeadlineIsGivenUp() {
        assertThatThrownBy(() -> filling.fill(
                        TestPictures.colour(),
                        FillOptions.of(rectangle(9, 9, 9, 9)),
                        Optional.empty(),
                        Deadline.in(Duration.ofNanos(1))))
                .isInstanceOfSatisfying(
                        RefusedRequest.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusedRequest.Reason.TIMED_OUT));
    }

    @ParameterizedTest
    @EnumSource(
            value = FillMethod.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TELEA", "NAVIER_STOKES"}) // one call of OpenCV for at most 1280 x 1280 pixels
    void aDeadlineEndsEveryFillInside(FillMethod method) {
        Picture picture = TestPictures.colour();
        FillOptions options = by(method, rectangle(2, 2, 9, 9));
        Mask hole = options.mask().of(picture);
        Deadline past = Deadline.in(Duration.ofNanos(1));
        try (Models none = open("none")) {
            Models here = method == FillMethod.AUTO ? none : models; // where there is none the harmonic fill serves
            Filler filler = new Fillers(here, NetworkFill.SIGHT).choose(options, picture, hole, past);
            assertThatThrownBy(() -> filler.fill().fill(picture.pixels(), hole))
                    .isInstanceOfSatisfying(
                            RefusedRequest.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusedRequest.Reason.TIMED_OUT));
        }
    }
}
