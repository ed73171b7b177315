package io.unveil.pipeline.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.BitDepth;
import io.unveil.image.Difference;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.inference.Deadline;
import io.unveil.inference.Device;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.inference.RefusedRequest.Reason;
import io.unveil.inference.TestModels;
import io.unveil.model.Task;
import io.unveil.pipeline.Comparing;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.TestPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a caller gets. The models are made so that their result is known: a "box" blurs by the mean of 3 x 3 pixels, a
 * "darkener" takes sigma levels away, a "looker" takes a quarter of the pixel to the right.
 */
class DenoisingTest {
    @TempDir
    static Path root;

    private static Models models;
    private static Denoising denoising;

    @BeforeAll
    static void open() throws IOException {
        TestModels.darkener(root, "denoise-gray", 1);
        TestModels.darkener(root, "denoise-color", 3);
        TestModels.box(root, "box-gray", 1);
        TestModels.box(root, "box-color", 3);
        TestModels.looker(root, "looker", 3);
        TestModels.fader(root, "fader", 3);
        TestModels.clippingTeller(root, "clipping-teller", 3);
        TestModels.deep(root, "deep-color", 3, Task.DENOISE);
        TestModels.deep(root, "filler", 3, Task.FILL);
        Files.createDirectory(root.resolve("broken"));
        models = Models.open(new InferenceSettings(root, Device.CPU, "fp32", 2, 64));
        denoising = new Denoising(models);
    }

    @AfterAll
    static void close() {
        models.close();
    }

    private static DenoiseOptions sigma(double levels) {
        return new DenoiseOptions(new Sigma.Known(levels), Optional.empty(), 1, Optional.empty(), Method.MODEL);
    }

    private static DenoiseOptions by(String model) {
        return new DenoiseOptions(new Sigma.Known(25), Optional.of(model), 1, Optional.empty(), Method.MODEL);
    }

    private static DenoiseOptions by(String model, Quality quality) {
        return new DenoiseOptions(new Sigma.Known(25), Optional.of(model), 1, Optional.of(quality), Method.MODEL);
    }

    private static Denoised denoise(Picture picture, DenoiseOptions options) {
        return denoising.denoise(picture, options, Optional.empty());
    }

    private static void assertRefused(ThrowingCallable call, Reason reason, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedRequest.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused).hasMessageContaining(message);
        });
    }

    @Test
    void theNetworkIsGivenSigmaAndItsNoiseIsRemoved() {
        Denoised gray = denoise(TestPictures.flat(100, 80, 1, 130), sigma(30));
        assertThat(gray.picture().level(0, 0, 0)).isEqualTo(100);
        assertThat(gray.picture().level(99, 79, 0)).isEqualTo(100);
        assertThat(gray.model()).isEqualTo("denoise-gray");
        assertThat(gray.device()).isEqualTo("cpu");
        assertThat(gray.sigma()).hasValue(30);
        assertThat(gray.estimated()).isFalse();
        assertThat(gray.untouched()).isFalse();
        assertThat(gray.error().mae()).isCloseTo(30, within(1e-4));
        assertThat(gray.error().psnr()).isCloseTo(20 * Math.log10(255 / 30.), within(1e-4));
        assertThat(gray.timing().queue()).isPositive();
        assertThat(gray.timing().inference()).isPositive();
    }

    @Test
    void strengthIsTheShareOfTheNoiseThatIsTaken() {
        DenoiseOptions third =
                new DenoiseOptions(new Sigma.Known(30), Optional.empty(), 1 / 3., Optional.empty(), Method.MODEL);
        assertThat(denoise(TestPictures.flat(20, 20, 3, 130), third).picture().level(7, 7, 1))
                .isEqualTo(120);
    }

    @Test
    void colourPicturesGoToTheColourModelPlaneByPlane() {
        Picture picture = TestPictures.colour();
        assertThat(denoise(picture, sigma(30)).model()).isEqualTo("denoise-color");
        Denoised blurred = denoise(picture, by("box-color"));
        for (int channel = 0; channel < 3; channel++) {
            assertThat((double) blurred.picture().level(63, 33, channel))
                    .isCloseTo(boxMean(picture, 63, 33, channel) + 127.5, within(.51));
        }
    }

    /** Of the values the network reads: picture - 127.5, with zeros outside. */
    private static double boxMean(Picture picture, int x, int y, int channel) {
        double sum = 0;
        for (int v = y - 1; v <= y + 1; v++) {
            for (int u = x - 1; u <= x + 1; u++) {
                sum += picture.level(u, v, channel) - 127.5;
            }
        }
        return sum / 9;
    }

    @Test
    void fastTakesTheSmallModelWhereNoneIsNamed(@TempDir Path other) throws IOException {
        TestModels.darkener(other, "denoise-gray", 1);
        TestModels.darkener(other, "denoise-color", 3);
        TestModels.darkener(other, "denoise-color-fast", 3);
        Picture colour = TestPictures.flat(8, 8, 3, 99);
        try (Models several = Models.open(new InferenceSettings(other, Device.CPU, "fp32", 1, 64))) {
            Denoising denoiser = new Denoising(several);
            assertThat(taken(denoiser, colour, fast(Optional.empty()))).isEqualTo("denoise-color-fast");
            assertThat(taken(denoiser, colour, sigma(5))).isEqualTo("denoise-color");
            assertThat(taken(denoiser, colour, fast(Optional.of("denoise-color"))))
                    .isEqualTo("denoise-color");
            assertThat(taken(denoiser, TestPictures.flat(8, 8, 1, 99), fast(Optional.empty())))
                    .as("there is no small gray one")
                    .isEqualTo("denoise-gray");
        }
    }

    private static DenoiseOptions fast(Optional<String> model) {
        return new DenoiseOptions(new Sigma.Known(5), model, 1, Optional.of(Quality.FAST), Method.MODEL);
    }

    private static String taken(Denoising denoiser, Picture picture, DenoiseOptions options) {
        return denoiser.denoise(picture, options, Optional.empty()).model();
    }

    @Test
    void usuallyItLooksOnceAndBestIsTheMeanOverFlipsAndTurns() {
        Picture picture = TestPictures.colour();
        Picture once = denoise(picture, by("looker")).picture();
        Picture best = denoise(picture, by("looker", Quality.BEST)).picture();
        double right = picture.level(64, 33, 1);
        double around = (right + picture.level(62, 33, 1) + picture.level(63, 32, 1) + picture.level(63, 34, 1)) / 4;
        double here = picture.level(63, 33, 1);
        assertThat(around).as("the picture tells the two apart").isNotCloseTo(right, within(8.));
        assertThat((double) once.level(63, 33, 1)).isCloseTo(here - (right - 127.5) / 4, within(.51));
        assertThat((double) best.level(63, 33, 1)).isCloseTo(here - (around - 127.5) / 4, within(.51));
    }

    private static DenoiseOptions blindly(double strength) {
        return new DenoiseOptions(new Sigma.Auto(), Optional.of("fader"), strength, Optional.empty(), Method.MODEL);
    }

    @Test
    void aBlindModelIsGivenNothingAndAnswersTheNoiseOfEachPlane() {
        Denoised clean = denoise(TestPictures.flat(20, 20, 3, 255), blindly(1));
        assertThat(clean.picture().level(9, 9, 0)).isEqualTo(249); // 255 - 1/20 of 127.5
        assertThat(clean.picture().level(9, 9, 1)).isEqualTo(242);
        assertThat(clean.picture().level(9, 9, 2)).isEqualTo(236);
        assertThat(clean.sigma()).isEmpty();
        assertThat(clean.estimated()).isFalse();
        assertThat(clean.untouched()).isFalse();
        assertThat(clean.error().mae()).isPositive();
    }

    @Test
    void strengthAndQualityCountForABlindModelToo() {
        Picture white = TestPictures.flat(20, 20, 3, 255);
        assertThat(denoise(white, blindly(.5)).picture().level(9, 9, 2)).isEqualTo(245);
        DenoiseOptions best =
                new DenoiseOptions(new Sigma.Auto(), Optional.of("fader"), 1, Optional.of(Quality.BEST), Method.MODEL);
        assertThat(denoise(white, best).picture().level(9, 9, 2)).isEqualTo(236);
        assertThat(denoise(white, blindly(0)).untouched()).isTrue();
    }

    @Test
    void aGrayPictureGetsTheMeanOfWhatThePlanesOfABlindModelSay() {
        Denoised clean = denoise(TestPictures.flat(20, 20, 1, 255), blindly(1));
        assertThat(clean.picture().channels()).isEqualTo(1);
        assertThat(clean.picture().level(9, 9, 0)).isEqualTo(242); // 255 - 2/20 of 127.5
    }

    @Test
    void aModelThatAsksIsGivenThatPicturesAreClippedAndUnclippedValuesAreNot() {
        Picture file = TestPictures.flat(20, 20, 3, 130);
        DenoiseOptions options = by("clipping-teller");
        assertThat(denoise(file, options).picture().level(9, 9, 1)).isEqualTo(115);
        assertThat(denoising
                        .denoise(file.pixels(), options, Optional.empty())
                        .picture()
                        .level(9, 9, 1))
                .isEqualTo(130);
    }

    @Test
    void sigmaIsNotForABlindModel() {
        assertThatThrownBy(() -> denoise(TestPictures.flat(8, 8, 3, 100), by("fader")))
                .isInstanceOf(InvalidParameter.class)
                .hasMessage(
                        "sigma was '25', allowed is only 'auto' with model 'fader', which finds the noise by itself; "
                                + "models that take sigma are box-color, box-gray, clipping-teller, deep-color, denoise-color, denoise-gray, looker");
    }

    private static Picture picture16(Pixels pixels) {
        return Picture.of(pixels, BitDepth.SIXTEEN, io.unveil.image.Format.PNG);
    }

    @Test
    void sixteenBitsStaySixteenBitsDeep() {
        Picture picture = picture16(new Pixels(1, 1, 1, new float[] {30001f / 65535}));
        Picture clean = denoise(picture, sigma(10)).picture();
        assertThat(clean.depth()).isEqualTo(BitDepth.SIXTEEN);
        assertThat(clean.level(0, 0, 0)).isEqualTo(30001 - 10 * 257);
    }

    @Test
    void aGrayPictureMayBeGivenToAColourModelAndComesBackGray() {
        Denoised clean = denoise(TestPictures.flat(40, 40, 1, 130), by("denoise-color"));
        assertThat(clean.picture().channels()).isEqualTo(1);
        assertThat(clean.picture().level(20, 20, 0)).isEqualTo(105);
        assertThat(clean.model()).isEqualTo("denoise-color");
    }

    @Test
    void aColourPictureIsNotGivenToAGrayModel() {
        assertRefused(
                () -> denoise(TestPictures.colour(), by("denoise-gray")),
                Reason.UNPROCESSABLE_IMAGE,
                "the picture is in colour, model 'denoise-gray' is for gray pictures only");
    }

    @Test
    void unknownBrokenAndOtherModelsAreRefusedEachForItsReason() {
        Picture picture = TestPictures.flat(8, 8, 3, 100);
        assertRefused(() -> denoise(picture, by("nobody")), Reason.UNKNOWN_MODEL, "'nobody'");
        assertRefused(() -> denoise(picture, by("broken")), Reason.MODEL_UNAVAILABLE, "manifest.json");
        assertRefused(() -> denoise(picture, by("filler")), Reason.WRONG_TASK, "'filler'");
    }

    @Test
    void withoutTheShippedModelsTheFirstThatFitsIsTaken(@TempDir Path other) throws IOException {
        TestModels.box(other, "a-gray", 1);
        TestModels.fader(other, "a-photo", 3); // blind: by name alone
        TestModels.deep(other, "b-filler", 3, Task.FILL);
        TestModels.box(other, "c-color", 3);
        try (Models few = Models.open(new InferenceSettings(other, Device.CPU, "fp32", 1, 64))) {
            Denoising denoiser = new Denoising(few);
            assertThat(denoiser.denoise(TestPictures.flat(8, 8, 3, 9), sigma(5), Optional.empty())
                            .model())
                    .isEqualTo("c-color");
            Files.createDirectory(other.resolve("denoise-color"));
            assertRefused(
                    () -> denoiser.denoise(TestPictures.flat(8, 8, 3, 9), sigma(5), Optional.empty()),
                    Reason.MODEL_UNAVAILABLE,
                    "'denoise-color'");
        }
    }

    @Test
    void noiseIsEstimatedWhereItIsNotGiven() {
        Denoised clean = denoise(TestPictures.noisy(TestPictures.colour(), 20), DenoiseOptions.DEFAULT);
        assertThat(clean.estimated()).isTrue();
        assertThat(clean.sigma().orElseThrow()).isCloseTo(20, within(2.));
    }

    @Test
    void aPictureWithoutVisibleNoiseComesBackBitForBitAndTheAnswerSaysSo() {
        Picture picture = TestPictures.flat(64, 64, 3, 100);
        Denoised clean = denoise(picture, DenoiseOptions.DEFAULT);
        assertThat(clean.untouched()).isTrue();
        assertThat(clean.estimated()).isTrue();
        assertThat(clean.picture()).isSameAs(picture);
        assertThat(clean.error()).isEqualTo(new Difference(0, 0, Double.POSITIVE_INFINITY, 1));
    }

    @Test
    void atSigmaZeroNothingIsRemovedButAtTheLeastSigmaSomeIs() {
        Picture picture = TestPictures.flat(8, 8, 1, 100);
        assertThat(denoise(picture, sigma(0)).untouched()).isTrue();
        assertThat(denoise(picture, sigma(.6)).untouched()).isFalse();
        assertThat(denoise(picture, sigma(.6)).picture().level(3, 3, 0)).isEqualTo(99);
    }

    @Test
    void withTheCleanPictureBothErrorsAreGiven() {
        Picture noisy = TestPictures.flat(32, 32, 1, 130);
        Picture clean = TestPictures.flat(32, 32, 1, 104);
        Denoised denoised = denoising.denoise(noisy, sigma(30), Optional.of(clean));
        assertThat(denoised.reference()).hasValueSatisfying(reference -> {
            assertThat(reference.before().mae()).isCloseTo(26, within(1e-4));
            assertThat(reference.after().mae()).isCloseTo(4, within(1e-4));
        });
        assertThat(denoise(noisy, sigma(30)).reference()).isEmpty();
    }

    @Test
    void aReferenceOfAnotherSizeOrWithoutColourIsRefused() {
        Picture noisy = TestPictures.flat(32, 32, 3, 130);
        assertRefused(
                () -> denoising.denoise(noisy, sigma(30), Optional.of(TestPictures.flat(32, 31, 3, 1))),
                Reason.UNPROCESSABLE_IMAGE,
                "the picture is 32 x 32 in colour, the reference 32 x 31 in colour; both must be alike");
        assertRefused(
                () -> Comparing.compare(noisy, TestPictures.flat(32, 32, 1, 1)),
                Reason.UNPROCESSABLE_IMAGE,
                "the reference 32 x 32 in gray");
    }

    @Test
    void aRequestPastItsDeadlineIsGivenUp() {
        assertRefused(
                () -> denoising.denoise(
                        TestPictures.colour(), sigma(30), Optional.empty(), Deadline.in(Duration.ofMillis(-1))),
                Reason.TIMED_OUT,
                "unveil.limits.timeout");
    }

    @Test
    void noTensorOutlivesItsRequest() {
        int before = models.liveArrays();
        denoise(TestPictures.colour(), by("deep-color", Quality.BEST));
        assertThat(models.liveArrays()).isEqualTo(before).isPositive();
    }
}
