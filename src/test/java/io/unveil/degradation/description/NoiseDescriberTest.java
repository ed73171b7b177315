package io.unveil.degradation.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.DrawnPictures;
import io.unveil.degradation.noise.Noise;
import io.unveil.degradation.noise.NoiseAt;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The description of a picture's noise")
class NoiseDescriberTest {
    private static final List<String> PHOTOGRAPHS = List.of("lake", "osprey", "tea-garden");

    private static NoiseDescription described(Pixels clean, String noise) {
        Pixels noisy = Noise.parse(noise).addTo(clean, 5);
        return NoiseDescriber.describe(Picture.of(noisy, BitDepth.EIGHT, Format.PNG));
    }

    private static NoiseDescription described(String photograph, String noise) {
        return described(DrawnPictures.photograph(photograph, 3), noise);
    }

    @ParameterizedTest(name = "of sigma {1} in {0} channel(s) is white, and as strong")
    @CsvSource({"1, 5", "1, 15", "1, 50", "3, 3", "3, 5", "3, 15", "3, 50"})
    void whiteNoise(int channels, double sigma) {
        for (String name : PHOTOGRAPHS) {
            NoiseDescription found = described(DrawnPictures.photograph(name, channels), "gaussian:" + sigma);
            assertThat(found.kind()).as(name).isEqualTo(NoiseKind.WHITE);
            assertThat(found.sigma()).as(name).isCloseTo(sigma, within((channels == 1 ? 1.3 : .4) + .03 * sigma));
            assertThat(found.white()).isEqualTo(found.sigma());
            assertThat(found.lumaLength()).isZero();
            assertThat(found.words()).startsWith("white noise, about ");
        }
    }

    @ParameterizedTest(name = "{0} depends on the brightness, and is strongest in the highlights")
    @ValueSource(strings = {"poisson:100", "poisson:20", "speckle:0.1", "speckle:0.4"})
    void noiseOfPhotonsAndSpeckle(String noise) {
        for (String name : PHOTOGRAPHS) {
            NoiseDescription found = described(name, noise);
            assertThat(found.kind()).as(name).isEqualTo(NoiseKind.SIGNAL_DEPENDENT);
            assertThat(found.levels()).extracting(NoiseAt::brightness).isSorted();
            assertThat(found.trend()).as(name).hasValue(Trend.HIGHLIGHTS);
        }
    }

    @ParameterizedTest(name = "{0} goes together: it is that of a camera")
    @ValueSource(
            strings = {
                "sensor:3200",
                "sensor:12800",
                "grain:10",
                "grain:25",
                "gaussian:25+jpeg-420:92",
                "gaussian:25+jpeg-420:80"
            })
    void noiseThatGoesTogether(String noise) {
        for (String name : PHOTOGRAPHS) {
            NoiseDescription found = described(name, noise);
            assertThat(found.kind()).as(name).isEqualTo(NoiseKind.CAMERA);
            assertThat(found.words()).as(name).startsWith("camera noise, about ");
        }
    }

    @ParameterizedTest(name = "{0} too, after strong JPEG, where some part of the picture is smooth")
    @ValueSource(strings = {"sensor:12800+jpeg-420:50", "sensor:3200+jpeg-420:80"})
    void noiseThatJpegThinned(String noise) {
        for (String name : List.of("lake", "osprey")) {
            assertThat(described(name, noise).kind()).as(name).isEqualTo(NoiseKind.CAMERA);
        }
    }

    @Test
    void noiseHiddenInTextureIsFoundAndSaidToBeAtLeastAsStrong() {
        NoiseDescription found = described("tea-garden", "sensor:3200");
        assertThat(found.kind()).isEqualTo(NoiseKind.CAMERA);
        assertThat(found.sigma()).isBetween(1.5, 9.);
        assertThat(found.unsure())
                .containsExactly("no part of the picture is smooth: its noise is at least as strong as said");
    }

    @Test
    void aCameraSmoothsColoursFartherThanBrightness() {
        NoiseDescription found = described(DrawnPictures.flat(256, 256, 3, .4), "camera:6400");
        assertThat(found.kind()).isEqualTo(NoiseKind.CAMERA);
        assertThat(found.chromaLength()).isGreaterThan(found.lumaLength()).isGreaterThan(1);
    }

    @ParameterizedTest(
            name = "grain of one pixel''s smoothing has lost all but 1/e of its correlation after two pixels")
    @ValueSource(ints = {1, 3})
    void theLengthOfGrainIsThatOfItsSmoothing(int channels) {
        // smoothed by a Gaussian of s, white noise correlates by exp(-d^2 / 4 s^2): 1/e at d = 2 s
        NoiseDescription found = described(DrawnPictures.flat(256, 256, channels, .5), "grain:8");
        assertThat(found.lumaLength()).isCloseTo(2, within(.3));
        assertThat(found.sigma()).isCloseTo(8, within(.8));
    }

    @ParameterizedTest(name = "{0} is of single lost pixels, a share of {1}")
    @CsvSource({"dead-pixels:0.02, .02", "dead-pixels:0.2, .2", "salt-and-pepper:0.01, .03"})
    void impulses(String noise, double share) {
        for (String name : PHOTOGRAPHS) {
            NoiseDescription found = described(name, noise);
            assertThat(found.kind()).as(name).isEqualTo(NoiseKind.IMPULSES);
            assertThat(found.impulses()).as(name).isCloseTo(share, within(.3 * share));
        }
    }

    @ParameterizedTest(name = "of JPEG alone, quality {0}: marks that everybody sees, and their quality")
    @ValueSource(ints = {10, 20, 30, 40})
    void strongJpeg(int quality) {
        for (String name : PHOTOGRAPHS) {
            NoiseDescription found = described(name, "jpeg-420:" + quality);
            assertThat(found.kind()).as(name).isEqualTo(NoiseKind.JPEG);
            assertThat(found.jpeg().orElseThrow().quality()).as(name).isCloseTo(quality, within(4));
        }
    }

    @ParameterizedTest(name = "a clean photograph after {0} has none")
    @ValueSource(strings = {"gaussian:0", "jpeg-420:60", "jpeg-420:75", "jpeg-420:90", "jpeg:80", "jpeg:95"})
    void cleanPhotographs(String noise) {
        for (String name : PHOTOGRAPHS) {
            for (int channels : new int[] {1, 3}) {
                NoiseDescription found = described(DrawnPictures.photograph(name, channels), noise);
                assertThat(found.kind()).as("%s in %d channels", name, channels).isEqualTo(NoiseKind.NONE);
                assertThat(found.words()).isEqualTo("no noise seen");
            }
        }
    }

    @Test
    void aDrawingIsTakenAsCleanAndThatIsSaid() {
        NoiseDescription found = NoiseDescriber.describe(drawing());
        assertThat(found.kind()).isEqualTo(NoiseKind.NONE);
        assertThat(found.confidence()).isNotEqualTo(Confidence.HIGH);
        assertThat(found.unsure())
                .containsExactly("the picture looks like a drawing or a screenshot, and is taken as clean");
    }

    @Test
    void whatCannotBeJudgedIsSaid() {
        NoiseDescription tiny = NoiseDescriber.describe(DrawnPictures.flat(20, 20, 3, .5));
        assertThat(tiny.kind()).isEqualTo(NoiseKind.NONE);
        assertThat(tiny.confidence()).isEqualTo(Confidence.LOW);
        assertThat(tiny.unsure()).containsExactly("the picture is too small to tell one kind of noise from another");
        NoiseDescription flat = NoiseDescriber.describe(DrawnPictures.flat(200, 200, 3, .5));
        assertThat(flat.kind()).isEqualTo(NoiseKind.NONE);
        assertThat(flat.unsure()).containsExactly("the picture is flat: it shows neither detail nor noise");
        NoiseDescription white = described(DrawnPictures.flat(200, 200, 3, 1), "gaussian:10");
        assertThat(white.unsure())
                .containsExactly("too little of the picture is neither black nor white to tell kinds of noise apart");
    }

    @Test
    void equalPicturesHaveEqualDescriptionsWhateverTheDepthOfTheirFile() {
        Pixels noisy = Noise.asInFile(Noise.parse("sensor:3200").addTo(DrawnPictures.photograph("osprey", 3), 5));
        NoiseDescription eight = NoiseDescriber.describe(Picture.of(noisy, BitDepth.EIGHT, Format.PNG));
        NoiseDescription sixteen = NoiseDescriber.describe(Picture.of(noisy, BitDepth.SIXTEEN, Format.TIFF));
        assertThat(sixteen.kind()).isEqualTo(eight.kind());
        assertThat(sixteen.sigma()).isCloseTo(eight.sigma(), within(.01));
        assertThat(NoiseDescriber.describe(noisy)).isEqualTo(eight);
    }

    /** Thin dark lines, and a filled box, on white. */
    private static Pixels drawing() {
        Pixels page = DrawnPictures.flat(256, 256, 1, 1);
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x++) {
                boolean line = x % 37 == 5 || y % 29 == 7 || Math.abs(x - y) < 2;
                boolean box = x > 150 && x < 200 && y > 40 && y < 70;
                page.values()[y * 256 + x] = line ? .1f : box ? .6f : 1;
            }
        }
        return page;
    }
}
