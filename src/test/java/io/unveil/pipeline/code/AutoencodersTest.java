package io.unveil.pipeline.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.BitDepth;
import io.unveil.image.Difference;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.inference.Deadline;
import io.unveil.inference.Device;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.inference.TestModels;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.TestPictures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reconstruction, codes and pictures of codes, by one model of 8 x 8 whose code is the means of quadrants, and models
 * of all sizes that halve.
 */
class AutoencodersTest {
    @TempDir
    static Path root;

    private static Models models;
    private static Reconstructing reconstructing;
    private static Coding coding;

    @BeforeAll
    static void open() {
        TestModels.quadrants(root, "quadrants");
        TestModels.dimmer(root, "dimmer", 1);
        TestModels.dimmer(root, "dimmer-color", 3);
        TestModels.codeless(root, "codeless");
        TestModels.tenfold(root, "tenfold");
        TestModels.box(root, "denoiser", 1);
        models = Models.open(new InferenceSettings(root, Device.CPU, "fp32", 2, 32));
        reconstructing = new Reconstructing(models);
        coding = new Coding(models);
    }

    @AfterAll
    static void close() {
        models.close();
    }

    private static Picture gray(int width, int height, IntBinaryOperator level) {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = level.applyAsInt(i % width, i / width) / 255f;
        }
        return Picture.of(new Pixels(width, height, 1, values), BitDepth.EIGHT, Format.PNG);
    }

    private static Reconstructed reconstruct(Picture picture, String model) {
        return reconstructing.reconstruct(picture, Optional.of(model), Optional.empty());
    }

    private static Encoded encode(Picture picture, String model) {
        return coding.encode(picture, Optional.of(model), Deadline.none());
    }

    private static Picture decode(LatentCode code, String model) {
        return coding.decode(code, Optional.of(model), Deadline.none()).picture();
    }

    private static void refused(ThrowingCallable call, RefusedRequest.Reason reason, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RefusedRequest.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessage(message);
    }

    @Test
    void aPictureOfTheOneSizeComesBackAsTheModelSeesIt() {
        Reconstructed done =
                reconstruct(gray(8, 8, (x, y) -> x < 4 ? 10 + x % 2 * 20 : y < 4 ? 100 : 200), "quadrants");

        assertThat(List.of(
                        done.picture().level(0, 0, 0),
                        done.picture().level(3, 7, 0),
                        done.picture().level(4, 3, 0),
                        done.picture().level(7, 4, 0)))
                .containsExactly(20, 20, 100, 200);
        assertThat(done.error().mse()).as("half of the pixels are off by 10").isCloseTo(50, within(1e-3));
        assertThat(done.steps()).containsExactly("model");
        assertThat(done.notes()).isEmpty();
        assertThat(done.taken()).isEqualTo(new Size(8, 8));
    }

    @Test
    void aLargerPictureIsResizedToTheModelAndBackAndThatIsSaid() {
        Reconstructed done = reconstruct(gray(32, 16, (x, y) -> x < 16 ? 40 : 240), "quadrants");

        assertThat(done.picture().size()).isEqualTo(new Size(32, 16));
        assertThat(done.picture().level(0, 8, 0)).isEqualTo(40);
        assertThat(done.picture().level(31, 8, 0)).isEqualTo(240);
        assertThat(done.picture().level(15, 8, 0))
                .as("an eighth of the way over the edge")
                .isEqualTo(115);
        assertThat(done.steps()).containsExactly("resize", "model", "resize");
        assertThat(done.taken()).isEqualTo(new Size(8, 8));
        assertThat(done.notes())
                .containsExactly(
                        "the model takes only pictures of 8 x 8: this one of 32 x 16 was resized to that",
                        "the result was resized back: the error includes both resizings and the model");
    }

    @ParameterizedTest
    @CsvSource({"7, 8", "8, 7", "1, 100"})
    void aSmallerPictureIsRefused(int width, int height) {
        refused(
                () -> reconstruct(gray(width, height, (x, y) -> 0), "quadrants"),
                RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                "the picture is %d x %d, smaller than the 8 x 8 that model 'quadrants' takes".formatted(width, height));
        refused(
                () -> encode(gray(width, height, (x, y) -> 0), "quadrants"),
                RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                "the picture is %d x %d, smaller than the 8 x 8 that model 'quadrants' takes".formatted(width, height));
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"1, 1", "5, 3", "31, 33", "70, 100"})
    void aModelOfAllSizesGoesOverAnyPictureWithoutATrace(int width, int height) {
        Picture picture = gray(width, height, (x, y) -> 2 * ((x * 7 + y * 13) % 128));

        Reconstructed done = reconstruct(picture, "dimmer");

        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                assertThat(done.picture().level(x, y, 0)).isEqualTo(picture.level(x, y, 0) / 2);
            }
        }
    }

    @Test
    void colourBecomesGrayForAGrayModelAndThatIsSaid() {
        Picture colour = TestPictures.colour();

        Reconstructed done = reconstruct(colour, "dimmer");

        assertThat(done.picture().channels()).isEqualTo(1);
        assertThat(done.picture().level(5, 5, 0))
                .isEqualTo(Math.round(colour.inGray().level(5, 5, 0) / 2f));
        assertThat(done.steps()).containsExactly("gray", "model");
        assertThat(done.notes())
                .containsExactly("the model is for gray pictures: the colours were turned to gray by their luma");
        assertThat(reconstruct(colour, "dimmer-color").notes()).isEmpty();
    }

    @Test
    void aGrayPictureStaysGrayThroughAModelOfColourAndSixteenBitsStaySixteen() {
        Picture sixteen = TestPictures.at(BitDepth.SIXTEEN, gray(9, 6, (x, y) -> 20 * x));

        Reconstructed done = reconstruct(sixteen, "dimmer-color");

        assertThat(done.picture().channels()).isEqualTo(1);
        assertThat(done.picture().depth()).isEqualTo(BitDepth.SIXTEEN);
        assertThat(done.picture().level(5, 3, 0)).isEqualTo(50 * 257);
    }

    @Test
    void aReferenceIsMeasuredAgainstBeforeAndAfterInTheChannelsOfTheResult() {
        Picture colour = TestPictures.colour();
        Picture clean = colour.with(
                TestPictures.flat(colour.size().width(), colour.size().height(), 3, 60)
                        .pixels());

        Reconstructed done = reconstructing.reconstruct(colour, Optional.of("dimmer"), Optional.of(clean));

        Reconstructed.Reference against = done.reference().orElseThrow();
        assertThat(against.before()).isEqualTo(Difference.between(colour.inGray(), clean.inGray()));
        assertThat(against.after()).isEqualTo(Difference.between(done.picture(), clean.inGray()));
    }

    @Test
    void theCodeOfAPictureIsWhatStandsBetweenTheHalvesAndComesBackAsAPicture() {
        Encoded done = encode(gray(8, 8, (x, y) -> x < 4 ? 51 : y < 4 ? 102 : 204), "quadrants");

        assertThat(done.code().shape()).isEqualTo(List.of(4));
        assertThat(done.code().values()).containsExactly(new float[] {.2f, .4f, .2f, .8f}, within(1e-6f));
        assertThat(done.steps()).containsExactly("encoder");
        assertThat(decode(done.code(), "quadrants").level(7, 7, 0)).isEqualTo(204);
    }

    @Test
    void theCodeOfAModelOfAllSizesGrowsWithThePictureWhichIsMirroredToWholeStrides() {
        Encoded done = encode(gray(5, 3, (x, y) -> 10 * x + 100 * y), "dimmer");

        assertThat(done.code().shape()).isEqualTo(List.of(4, 2, 3));
        assertThat(done.code().values()[1 * 6 + 0])
                .as("second of the first block")
                .isCloseTo(10 / 255f, within(1e-6f));
        assertThat(done.code().values()[3 * 6 + 5]).as("mirrored both ways").isCloseTo(130 / 255f, within(1e-6f));
        assertThat(done.steps()).containsExactly("pad", "encoder");
        assertThat(done.notes())
                .containsExactly(
                        "the picture of 5 x 3 was mirrored at its edges to 6 x 4, sides that the network takes");
        Picture back = decode(done.code(), "dimmer");
        assertThat(back.size()).isEqualTo(done.decoded()).isEqualTo(new Size(6, 4));
        assertThat(back.level(4, 2, 0)).isEqualTo(120);
        assertThat(decode(encode(TestPictures.colour(), "dimmer-color").code(), "dimmer-color")
                        .channels())
                .isEqualTo(3);
    }

    @Test
    void aCodeOfAnotherSizeIsRefusedWithBothSizes() {
        refused(
                () -> decode(new LatentCode(5, 1, 1, new float[5]), "quadrants"),
                RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                "the code does not fit model 'quadrants': a code of this network is 4 x 1 x 1, this one is 5 x 1 x 1");
        refused(
                () -> decode(new LatentCode(1, 2, 2, new float[4]), "quadrants"),
                RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                "the code does not fit model 'quadrants': a code of this network is 4 x 1 x 1, this one is 1 x 2 x 2");
        refused(
                () -> decode(new LatentCode(3, 2, 2, new float[12]), "dimmer"),
                RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                "the code does not fit model 'dimmer': a code of this network is 4 x any height and width, this one is 3 x 2 x 2");
    }

    @Test
    void whatIsBrighterThanWhiteIsClippedAndNumbersThatOverflowAreRefused() {
        assertThat(decode(new LatentCode(4, 1, 1, new float[] {2, 0, 0, 0}), "quadrants")
                        .level(0, 0, 0))
                .isEqualTo(255);
        refused(
                () -> decode(new LatentCode(1, 1, 1, new float[] {Float.MAX_VALUE}), "tenfold"),
                RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                "model 'tenfold' makes Infinity of this code: its numbers are too large");
    }

    @Test
    void whatWouldTakeTooMuchMemoryInOnePieceIsRefused() {
        refused(
                () -> encode(gray(1100, 1000, (x, y) -> 0), "dimmer"),
                RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                "a picture of 1100 x 1000 is too large for a latent code, which is made in one piece; at most 1048576 pixels are");
        refused(
                () -> decode(new LatentCode(4, 600, 500, new float[1_200_000]), "dimmer"),
                RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                "a picture of 1000 x 1200 is too large for a latent code, which is made in one piece; at most 1048576 pixels are");
    }

    @Test
    void onlyAutoencodersServeAndForCodesOnlyThoseThatHaveOne() {
        Picture picture = gray(8, 8, (x, y) -> 0);
        refused(
                () -> reconstruct(picture, "denoiser"),
                RefusedRequest.Reason.WRONG_TASK,
                "model 'denoiser' was made to denoise, not to autoencode");
        assertThat(reconstruct(picture, "codeless").error().mse()).isZero();
        refused(
                () -> encode(picture, "codeless"),
                RefusedRequest.Reason.WRONG_TASK,
                "model 'codeless' has no latent code: no layer of its recipe is marked as one");
    }

    @Test
    void ofSeveralAutoencodersOneMustBeNamedAndTheOnlyOneNeedNot(@TempDir Path one, @TempDir Path none) {
        Picture picture = gray(8, 8, (x, y) -> 0);
        assertThatThrownBy(() -> reconstructing.reconstruct(picture, Optional.empty(), Optional.empty()))
                .isInstanceOf(InvalidParameter.class)
                .hasMessage("model was '', allowed is one of codeless, dimmer, dimmer-color, quadrants, tenfold");
        TestModels.quadrants(one, "the-one");
        TestModels.box(one, "denoiser", 1);
        try (Models few = Models.open(InferenceSettings.of(one, Device.CPU, "fp32"));
                Models no = Models.open(InferenceSettings.of(none, Device.CPU, "fp32"))) {
            assertThat(new Coding(few)
                            .encode(picture, Optional.empty(), Deadline.none())
                            .model())
                    .isEqualTo("the-one");
            refused(
                    () -> new Coding(no).encode(picture, Optional.empty(), Deadline.none()),
                    RefusedRequest.Reason.UNKNOWN_MODEL,
                    "there is no autoencoder among the models");
        }
    }

    @Test
    void modelsOfOneSizeAreProbedInItAndTakeNoOther() {
        assertThat(models.probe("quadrants")).isPositive();
        int alive = models.liveArrays();
        assertThat(models.probe("quadrants")).isPositive();
        assertThat(models.liveArrays()).isPositive().isEqualTo(alive);
    }

    @Test
    void aDeadlineThatHasPassedEndsTheWork() {
        Deadline passed = Deadline.in(Duration.ofNanos(1));
        assertThatThrownBy(() -> coding.encode(gray(8, 8, (x, y) -> 0), Optional.of("quadrants"), passed))
                .isInstanceOfSatisfying(
                        RefusedRequest.class, e -> assertThat(e.reason()).isEqualTo(RefusedRequest.Reason.TIMED_OUT));
    }
}
