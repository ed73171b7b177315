package io.unveil.degradation.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.DrawnPictures;
import io.unveil.degradation.noise.Camera.Mosaic;
import io.unveil.image.Pixels;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** At ISO 1000: a = .001, b = exp(2.18 ln .001 + 1.2) = 9.575e-7. The light of a sample of .5 is .21404, where the tone curve has a slope of 1.0804. */
@DisplayName("Noise of a sensor")
class SensorNoiseTest {
    private static final double LIGHT = .21404;
    private static final double SLOPE = 1.0804;
    private static final double SHOT = .001;
    private static final double READ = 9.575e-7;

    private static Camera plain(Mosaic mosaic, double red) {
        return new Camera(mosaic, red, 1, 1, ToneCurve.SRGB, 0);
    }

    private static Pixels noise(SensorNoise noise, int channels, double sample) {
        Pixels clean = DrawnPictures.flat(256, 256, channels, sample);
        return noise.addTo(clean, 7).less((float) sample);
    }

    /** One channel of it. */
    private static Pixels channel(Pixels pixels, int channel) {
        float[] one = new float[pixels.width() * pixels.height()];
        for (int i = 0; i < one.length; i++) {
            one[i] = pixels.values()[i * pixels.channels() + channel];
        }
        return new Pixels(pixels.width(), pixels.height(), 1, one);
    }

    private static double correlation(float[] a, float[] b, int lag) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = lag; i < a.length; i++) {
            ab += a[i] * b[i - lag];
            aa += a[i] * a[i];
            bb += b[i - lag] * b[i - lag];
        }
        return ab / Math.sqrt(aa * bb);
    }

    static Stream<Arguments> spreads() {
        double gray = SLOPE * Math.sqrt(SHOT * LIGHT + READ);
        double red = SLOPE * Math.sqrt(2 * SHOT * LIGHT + 4 * READ); // g (a x / g) g + g^2 b
        return Stream.of(
                Arguments.of("a gray sensor", Camera.USUAL, 1, 0, gray), // no gain, no mosaic
                Arguments.of("green, all three caught", plain(Mosaic.NONE, 2), 3, 1, gray),
                Arguments.of("red, of half the light, doubled", plain(Mosaic.NONE, 2), 3, 0, red),
                // half of the green samples are caught, half are means of four: (1 + 1/4) / 2
                Arguments.of("green of a mosaic", plain(Mosaic.BAYER, 1), 3, 1, gray * Math.sqrt(.625)),
                // of four blue samples one is caught, two are means of two, one of four: (1 + 1/2 + 1/2 + 1/4) / 4
                Arguments.of("blue of a mosaic", plain(Mosaic.BAYER, 1), 3, 2, gray * .75));
    }

    @ParameterizedTest(name = "in {0}: a standard deviation of {4}")
    @MethodSource("spreads")
    void hasTheSpreadOfItsFormula(String what, Camera camera, int channels, int channel, double deviation) {
        Pixels one = channel(noise(new SensorNoise(1000, camera), channels, .5), channel);
        assertThat(DrawnPictures.deviation(one)).isCloseTo(deviation, within(deviation / 50));
        assertThat(DrawnPictures.mean(one)).isCloseTo(0, within(deviation / 20));
    }

    @Test
    @DisplayName("is weaker in the light than in the middle, and in the file strongest in the dark")
    void isStrongestInTheDark() {
        SensorNoise noise = new SensorNoise(1000);
        double dark = DrawnPictures.deviation(noise(noise, 1, .1));
        double middle = DrawnPictures.deviation(noise(noise, 1, .5));
        double bright = DrawnPictures.deviation(noise(noise, 1, .8));
        assertThat(dark).isGreaterThan(middle);
        assertThat(middle).isGreaterThan(bright);
    }

    @Test
    @DisplayName("goes together between neighbours after a mosaic, and not without one")
    void isCorrelatedByDemosaicing() {
        float[] mosaic = channel(noise(new SensorNoise(1000, plain(Mosaic.BAYER, 1)), 3, .5), 0)
                .values();
        float[] none = channel(noise(new SensorNoise(1000, plain(Mosaic.NONE, 1)), 3, .5), 0)
                .values();
        // variances 1 and 1/2 along a row with samples, 1/2 and 1/4 along the others; covariances 1/2 and 1/4: 3/8 over
        // 9/16
        assertThat(correlation(mosaic, mosaic, 1)).isCloseTo(2 / 3., within(.02));
        assertThat(correlation(none, none, 1)).isCloseTo(0, within(.02));
    }

    @Test
    @DisplayName("goes together between the channels where the colour matrix takes it from one to the others")
    void isCorrelatedBetweenChannels() {
        Pixels plain = noise(new SensorNoise(1000, plain(Mosaic.NONE, 1)), 3, .5);
        Pixels vivid = noise(new SensorNoise(1000, new Camera(Mosaic.NONE, 1, 1, 1.6, ToneCurve.SRGB, 0)), 3, .5);
        assertThat(correlation(channel(plain, 0).values(), channel(plain, 1).values(), 0))
                .isCloseTo(0, within(.02));
        // rows 1.6 e_c - .6 (.2126, .7152, .0722) of the matrix for red and green
        assertThat(correlation(channel(vivid, 0).values(), channel(vivid, 1).values(), 0))
                .isCloseTo(-.381, within(.02));
    }

    @Test
    @DisplayName("that was smoothed is weaker and the picture as sharp")
    void isSmoothedAlone() {
        Pixels clean = DrawnPictures.photograph("lake", 3);
        double sharp = DrawnPictures.error(new SensorNoise(6400, plain(Mosaic.NONE, 1)).addTo(clean, 1), clean);
        Camera smoothing = new Camera(Mosaic.NONE, 1, 1, 1, ToneCurve.SRGB, 1);
        double smooth = DrawnPictures.error(new SensorNoise(6400, smoothing).addTo(clean, 1), clean);
        assertThat(smooth / sharp).isCloseTo(1 / Math.sqrt(4 * Math.PI), within(.05)); // of white noise
    }

    @ParameterizedTest(name = "at ISO 0 leaves a picture as it is, curve {0}")
    @EnumSource(ToneCurve.class)
    void leavesTheCleanPicture(ToneCurve curve) {
        Pixels clean = DrawnPictures.photograph("lake", 3);
        Camera camera = new Camera(Mosaic.BAYER, 2, 1.5, 1.4, curve, .8);
        assertThat(new SensorNoise(0, camera).addTo(clean, 1).values()).isEqualTo(clean.values());
    }

    @Test
    @DisplayName("stays within black and white, and is drawn on the smallest of pictures")
    void staysInRange() {
        Pixels noisy = new SensorNoise(102_400).addTo(DrawnPictures.photograph("lake", 3), 1);
        assertThat(DrawnPictures.share(noisy, x -> x >= 0 && x <= 1)).isEqualTo(1);
        assertThat(DrawnPictures.share(noisy, x -> x == 0)).isPositive();
        assertThat(new SensorNoise(800)
                        .addTo(DrawnPictures.flat(1, 1, 3, .5), 1)
                        .values())
                .hasSize(3);
    }

    @ParameterizedTest(name = "curve {0} leads back to within a twentieth of a level, and is {1} at a light of .2")
    @CsvSource({"SRGB, .4845", "CONTRAST, .4768"})
    void curvesHaveInverses(ToneCurve curve, double atOneFifth) {
        for (int level = 0; level <= 255; level++) {
            float back = curve.ofLight(curve.lightOf(level / 255.));
            assertThat(back * 255).isCloseTo(level, within(.05f));
        }
        assertThat((double) curve.ofLight(.2)).isCloseTo(atOneFifth, within(1e-4));
        assertThat(curve.ofLight(1.5)).isEqualTo(1);
    }

    @Test
    @DisplayName("is refused of a camera that there is not")
    void camerasHaveBounds() {
        assertThatThrownBy(() -> new Camera(Mosaic.BAYER, 5, 1, 1, ToneCurve.SRGB, 0))
                .hasMessage("red gain of a camera must be from 1 to 4 (times green), was 5");
        assertThatThrownBy(() -> new Camera(Mosaic.BAYER, 1, 1, .5, ToneCurve.SRGB, 0))
                .hasMessage("saturation of a camera must be from 1 to 3 (times that of the sensor), was 0.5");
    }
}
