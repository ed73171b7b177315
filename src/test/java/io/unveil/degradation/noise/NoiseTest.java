package io.unveil.degradation.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.DrawnPictures;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Chroma;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Noise")
class NoiseTest {
    static Stream<Arguments> spreads() {
        return Stream.of(
                Arguments.of(new Noise.Gaussian(25), .5, 25 / 255.),
                Arguments.of(new Noise.Gaussian(25), 0, 25 / 255.), // not relative, not clipped
                Arguments.of(new Noise.Gaussian(0), .5, 0),
                Arguments.of(new Noise.Poisson(10), .5, Math.sqrt(.05)), // 5 photons: drawn by counting
                Arguments.of(new Noise.Poisson(1000), .5, Math.sqrt(.0005)), // 500 photons: drawn by rejection
                Arguments.of(new Noise.Poisson(26), .5, Math.sqrt(.5 / 26)), // just above the border of the two
                Arguments.of(new Noise.Poisson(1_000_000), 1, .001),
                Arguments.of(new Noise.Poisson(10), 0, 0),
                Arguments.of(new Noise.Poisson(10), -.5, 0),
                Arguments.of(new Noise.Speckle(.1), .8, .08),
                Arguments.of(new Noise.Speckle(.1), .2, .02),
                Arguments.of(new Grain(20, 0), .5, 20 / 255.),
                Arguments.of(new Grain(20, .7), .5, 20 / 255.)); // smoothed, and as strong as it is called
    }

    @ParameterizedTest(name = "{0} on samples of {1} has a standard deviation of {2} and leaves the mean")
    @MethodSource("spreads")
    void hasTheSpreadOfItsFormula(Noise noise, double sample, double deviation) {
        Pixels noisy = noise.addTo(DrawnPictures.flat(256, 256, 1, sample), 7);
        double mean = DrawnPictures.mean(noisy);
        assertThat(mean)
                .isCloseTo(Math.max(noise instanceof Noise.Poisson ? 0 : -1, sample), within(deviation / 50 + 1e-7));
        assertThat(DrawnPictures.deviation(noisy)).isCloseTo(deviation, within(deviation / 50 + 1e-7));
    }

    @Test
    @DisplayName("that is Gaussian is bell-shaped: 68.3 % within one sigma, 95.4 % within two")
    void isBellShaped() {
        Pixels noise = new Noise.Gaussian(25.5).addTo(DrawnPictures.flat(256, 256, 1, 0), 7);
        assertThat(DrawnPictures.share(noise, x -> Math.abs(x) < .1)).isCloseTo(.683, within(.006));
        assertThat(DrawnPictures.share(noise, x -> Math.abs(x) < .2)).isCloseTo(.954, within(.003));
    }

    @Test
    @DisplayName("is drawn anew for each sample: neighbours and channels do not go together")
    void isWhite() {
        Pixels noise = new Noise.Gaussian(25).addTo(DrawnPictures.flat(256, 256, 3, 0), 7);
        for (int lag : new int[] {1, 2, 3, 256 * 3}) {
            double sum = 0;
            for (int i = lag; i < noise.values().length; i++) {
                sum += noise.values()[i] * noise.values()[i - lag];
            }
            double variance = 25 * 25 / 65025.;
            assertThat(sum / noise.values().length / variance).as("lag %d", lag).isCloseTo(0, within(.01));
        }
    }

    @Test
    @DisplayName("of salt and pepper turns half of its share black, half white, and leaves the rest unchanged")
    void saltsAndPeppers() {
        Pixels noisy = new Noise.SaltAndPepper(.2).addTo(DrawnPictures.flat(256, 256, 1, .4), 7);
        assertThat(DrawnPictures.share(noisy, x -> x == 0)).isCloseTo(.1, within(.005));
        assertThat(DrawnPictures.share(noisy, x -> x == 1)).isCloseTo(.1, within(.005));
        assertThat(DrawnPictures.share(noisy, x -> (float) x == .4f)).isCloseTo(.8, within(.007));
    }

    @Test
    @DisplayName("of dead pixels takes all channels of a pixel at once")
    void killsPixels() {
        Pixels noisy = new Noise.DeadPixels(.2).addTo(DrawnPictures.flat(256, 256, 3, .4), 7);
        int whole = 0;
        for (int i = 0; i < noisy.values().length; i += 3) {
            float first = noisy.values()[i];
            assertThat(noisy.values()[i + 1]).isEqualTo(first);
            assertThat(noisy.values()[i + 2]).isEqualTo(first);
            whole += first == 1 ? 1 : 0;
        }
        assertThat(whole / 65536.).isCloseTo(.1, within(.006));
        assertThat(DrawnPictures.share(noisy, x -> x == 0)).isCloseTo(.1, within(.006));
    }

    @Test
    @DisplayName("of JPEG with halved colours blurs colours, and leaves gray pictures as the other does")
    void halvesColours() {
        Pixels checks = colouredChecks();
        Noise full = new Noise.Jpeg(95, Chroma.FULL);
        Noise halved = new Noise.Jpeg(95, Chroma.HALVED);
        assertThat(DrawnPictures.error(halved.addTo(checks, 1), checks))
                .isGreaterThan(10 * DrawnPictures.error(full.addTo(checks, 1), checks));
        Pixels gray = DrawnPictures.photograph("lake", 1);
        assertThat(halved.addTo(gray, 1).values()).isEqualTo(full.addTo(gray, 1).values());
    }

    /** Red and blue pixels in turn. */
    private static Pixels colouredChecks() {
        float[] values = new float[32 * 32 * 3];
        for (int i = 0; i < 32 * 32; i++) {
            values[3 * i + (i + i / 32) % 2 * 2] = 1;
        }
        return new Pixels(32, 32, 3, values);
    }

    @Test
    @DisplayName("in turn is added to the result of the one before, each from a seed of its own")
    void comesInTurn() {
        Pixels flat = DrawnPictures.flat(256, 256, 1, .5);
        Noise twice = Noise.parse("gaussian:12+gaussian:16");
        assertThat(DrawnPictures.deviation(twice.addTo(flat, 3))).isCloseTo(20 / 255., within(.4 / 255));
        assertThat(new Noise.InTurn(List.of()).addTo(flat, 3)).isSameAs(flat);
    }

    @Test
    @DisplayName("of JPEG is the stronger the lower the quality, and the same for every seed")
    void compresses() {
        Pixels clean = DrawnPictures.photograph("lake", 3);
        double best = DrawnPictures.error(new Noise.Jpeg(100, Chroma.FULL).addTo(clean, 1), clean);
        double good = DrawnPictures.error(new Noise.Jpeg(90, Chroma.FULL).addTo(clean, 1), clean);
        double poor = DrawnPictures.error(new Noise.Jpeg(10, Chroma.FULL).addTo(clean, 1), clean);
        assertThat(best).isLessThan(1.5).isLessThan(good);
        assertThat(poor).isGreaterThan(2 * good);
        assertThat(new Noise.Jpeg(10, Chroma.FULL).addTo(clean, 2).values())
                .isEqualTo(new Noise.Jpeg(10, Chroma.FULL).addTo(clean, 1).values());
        Pixels gray = DrawnPictures.photograph("lake", 1);
        assertThat(new Noise.Jpeg(90, Chroma.FULL).addTo(gray, 1).channels()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}: equal seeds give equal bits, other seeds others")
    @ValueSource(
            strings = {
                "gaussian:25",
                "poisson:30",
                "poisson:3000",
                "speckle:0.2",
                "salt-and-pepper:0.1",
                "dead-pixels:0.3",
                "grain:9",
                "sensor:3200",
                "speckle:0.1+sensor:800"
            })
    void followsTheSeed(String text) {
        Noise noise = Noise.parse(text);
        Pixels clean = DrawnPictures.flat(40, 30, 3, .5);
        float[] first = noise.addTo(clean, 1).values();
        assertThat(noise.addTo(clean, 1).values()).isEqualTo(first);
        assertThat(noise.addTo(clean, 2).values()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("does not touch the picture it is given")
    void leavesTheCleanPicture() {
        Pixels clean = DrawnPictures.flat(4, 4, 1, .5);
        new Noise.Gaussian(25).addTo(clean, 1);
        assertThat(clean.values()).containsOnly(.5f);
    }

    @Test
    @DisplayName("goes below 0 and above 1, and is clipped and rounded in a file")
    void isClippedInAFileOnly() {
        Pixels noisy = new Noise.Gaussian(50).addTo(DrawnPictures.photograph("lake", 3), 1);
        assertThat(DrawnPictures.share(noisy, x -> x < 0)).isPositive();
        assertThat(DrawnPictures.share(noisy, x -> x > 1)).isPositive();
        Pixels file = Noise.asInFile(noisy);
        assertThat(DrawnPictures.share(file, x -> x >= 0 && x <= 1)).isEqualTo(1);
        for (int i = 0; i < file.values().length; i++) {
            float clipped = Math.min(1, Math.max(0, noisy.values()[i]));
            assertThat(file.values()[i] * 255).isCloseTo(Math.round(clipped * 255), within(1e-4f));
        }
    }

    @ParameterizedTest(name = "is read from ''{0}''")
    @CsvSource(
            delimiter = '|',
            value = {
                "gaussian:25          | Gaussian[sigma=25.0]",
                "Gaussian: 12.5       | Gaussian[sigma=12.5]",
                "poisson:30           | Poisson[peak=30.0]",
                "speckle:0.1          | Speckle[sigma=0.1]",
                "salt-and-pepper:0.05 | SaltAndPepper[share=0.05]",
                "dead-pixels:0.01     | DeadPixels[share=0.01]",
                "grain:12             | Grain[sigma=12.0, size=1.0]",
                "sensor:0+jpeg-420:9  | InTurn[noises=[SensorNoise[iso=0.0, camera=Camera[mosaic=BAYER, red=2.15, blue=1.7, saturation=1.0, tone=SRGB, smoothing=0.0]], Jpeg[quality=9, chroma=HALVED]]]",
                "jpeg:40              | Jpeg[quality=40, chroma=FULL]"
            })
    void isRead(String text, String noise) {
        assertThat(Noise.parse(text)).hasToString(noise);
    }

    @ParameterizedTest(name = "''{0}'' is refused: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "gaussian             | noise 'gaussian' lacks its amount; allowed: gaussian:SIGMA",
                "fog:3                | noise 'fog:3' is not a known kind; allowed: gaussian:SIGMA",
                "gaussian:abc         | noise 'gaussian:abc': 'abc' is not a number; allowed: gaussian:SIGMA",
                "jpeg:40.5            | noise 'jpeg:40.5': '40.5' is not a whole number; allowed: gaussian:SIGMA",
                "gaussian:-1          | sigma of Gaussian noise must be from 0 to 100 (8-bit levels), was -1",
                "gaussian:100.5       | sigma of Gaussian noise must be from 0 to 100 (8-bit levels), was 100.5",
                "gaussian:NaN         | sigma of Gaussian noise must be from 0 to 100 (8-bit levels), was NaN",
                "poisson:0            | peak of Poisson noise must be from 1 to 1000000 (photons at white), was 0",
                "poisson:Infinity     | peak of Poisson noise must be from 1 to 1000000 (photons at white), was Infinity",
                "speckle:3            | sigma of speckle noise must be from 0 to 2 (relative to the sample), was 3",
                "salt-and-pepper:1.1  | share of salt-and-pepper noise must be from 0 to 1 (of the samples), was 1.1",
                "dead-pixels:2        | share of dead pixels must be from 0 to 1 (of the pixels), was 2",
                "sensor:200000        | ISO of sensor noise must be from 0 to 102400 (as cameras count it), was 200000",
                "grain:101            | sigma of grain must be from 0 to 100 (8-bit levels), was 101",
                "gaussian:5+          | noise '' lacks its amount; allowed: gaussian:SIGMA",
                "jpeg:0               | quality of JPEG must be from 1 to 100 (whole), was 0"
            })
    void isRefused(String text, String message) {
        assertThatThrownBy(() -> Noise.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
