package io.unveil.degradation.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.DrawnPictures;
import io.unveil.image.Pixels;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The noise estimator")
class NoiseEstimatorTest {
    private static final String[] PHOTOGRAPHS = {"lake", "osprey", "tea-garden"};

    @ParameterizedTest(
            name =
                    "in files of {0} channel(s) with noise of {1} is off by at most {2} levels on average over three photographs")
    @CsvSource({
        "1,  0, 0.6", "1,  5, 0.6", "1, 10, 0.6", "1, 15, 0.6", "1, 25, 1.0", "1, 50, 2.0",
        "3,  0, 0.6", "3,  5, 0.6", "3, 10, 0.6", "3, 15, 0.6", "3, 25, 1.0", "3, 50, 2.0"
    })
    void holdsItsClaimOnFiles(int channels, double sigma, double allowed) {
        double offError = 0;
        double offSigma = 0;
        for (String name : PHOTOGRAPHS) {
            Pixels clean = DrawnPictures.photograph(name, channels);
            Pixels file = Noise.asInFile(new Noise.Gaussian(sigma).addTo(clean, 5));
            NoiseLevel found = NoiseEstimator.estimate(file);
            offError += Math.abs(found.error() - DrawnPictures.error(file, clean)) / PHOTOGRAPHS.length;
            offSigma += Math.abs(found.sigma() - sigma) / PHOTOGRAPHS.length;
        }
        assertThat(offError).as("off the error in the file").isLessThanOrEqualTo(allowed);
        assertThat(offSigma).as("off the sigma before clipping").isLessThanOrEqualTo(allowed);
    }

    @ParameterizedTest(name = "finds sigma {1} in unclipped samples of {0} channel(s)")
    @CsvSource({"1, 5", "1, 25", "1, 50", "3, 5", "3, 25", "3, 50"})
    void findsUnclippedNoise(int channels, double sigma) {
        Pixels noisy = new Noise.Gaussian(sigma).addTo(DrawnPictures.photograph("lake", channels), 5);
        NoiseLevel found = NoiseEstimator.estimate(noisy);
        assertThat(found.sigma()).isCloseTo(sigma, within(.3 + .02 * sigma));
        assertThat(found.error()).isCloseTo(found.sigma(), within(.01));
    }

    @ParameterizedTest(name = "sees no noise in a clean photograph of {0} channel(s), and sees sigma 3")
    @ValueSource(ints = {1, 3})
    void tellsCleanFromNoisy(int channels) {
        for (String name : PHOTOGRAPHS) {
            Pixels clean = DrawnPictures.photograph(name, channels);
            assertThat(NoiseEstimator.estimate(clean).visible()).as(name).isFalse();
            Pixels noisy = Noise.asInFile(new Noise.Gaussian(3).addTo(clean, 5));
            assertThat(NoiseEstimator.estimate(noisy).visible()).as(name).isTrue();
        }
    }

    @ParameterizedTest(
            name = "on a flat picture of {0} with clipped noise of 25 finds sigma 25 within {1}, and an error of {2}")
    @CsvSource({
        "0,    5, 17.7", // half of the squared error is cut off; the variance alone would say 14.5
        "0.05, 1, 19.4", // the variance alone would say 17.6
        "0.5,  1, 25",
        "0.95, 1, 19.4",
        "1,    5, 17.7"
    })
    void knowsWhatClippingTakes(double sample, double margin, double error) {
        Pixels clean = DrawnPictures.flat(128, 128, 1, sample);
        Pixels file = Noise.asInFile(new Noise.Gaussian(25).addTo(clean, 1));
        NoiseLevel found = NoiseEstimator.estimate(file);
        assertThat(found.sigma()).isCloseTo(25, within(margin));
        assertThat(found.error()).isCloseTo(error, within(margin));
        assertThat(DrawnPictures.error(file, clean))
                .as("what was worked out by hand")
                .isCloseTo(error, within(.4));
    }

    @Test
    @DisplayName("does not let white areas that lost their noise pull the estimate down")
    void overlooksBurntAreas() {
        Pixels noisy = Noise.asInFile(new Noise.Gaussian(10).addTo(DrawnPictures.flat(128, 128, 1, .5), 5));
        for (int i = 0; i < noisy.values().length / 2; i++) {
            noisy.values()[i] = 1;
        }
        assertThat(NoiseEstimator.estimate(noisy).sigma()).isCloseTo(10, within(.5));
    }

    @Test
    @DisplayName("takes rounding to 8 bits off where it was done, and nothing where it was not")
    void knowsRounding() {
        Pixels fine = new Noise.Gaussian(.5).addTo(DrawnPictures.flat(128, 128, 1, .5), 5);
        assertThat(NoiseEstimator.estimate(fine).sigma()).isCloseTo(.5, within(.02));
        assertThat(NoiseEstimator.estimate(Noise.asInFile(fine)).sigma()).isCloseTo(.5, within(.03));
    }

    @ParameterizedTest(name = "finds none in a constant picture of {0}")
    @ValueSource(doubles = {0, .2, 1})
    void findsNoneInAConstant(double sample) {
        assertThat(NoiseEstimator.estimate(DrawnPictures.flat(64, 64, 1, sample)))
                .isEqualTo(NoiseLevel.NONE);
        assertThat(NoiseEstimator.estimate(DrawnPictures.flat(64, 64, 3, sample)))
                .isEqualTo(NoiseLevel.NONE);
    }

    @Test
    @DisplayName("finds none in a drawn ramp with a hard edge, whose floats are rounded")
    void findsNoneInADrawing() {
        Pixels ramp = DrawnPictures.flat(96, 96, 1, 0);
        for (int i = 0; i < ramp.values().length; i++) {
            int x = i % 96;
            ramp.values()[i] = .1f + .003f * x + (x + i / 96 > 90 ? .4f : 0);
        }
        assertThat(NoiseEstimator.estimate(ramp)).isEqualTo(NoiseLevel.NONE);
    }

    @Test
    @DisplayName("takes deviations of a ten-thousandth of a level for the rounding of floats")
    void findsNoneInRoundedFloats() {
        Pixels nearlyFlat = new Noise.Gaussian(1e-4).addTo(DrawnPictures.flat(64, 64, 1, .5), 5);
        assertThat(NoiseEstimator.estimate(nearlyFlat)).isEqualTo(NoiseLevel.NONE);
    }

    @ParameterizedTest(name = "says none of {0} x {1} pixels in {2} channel(s): too small to tell")
    @CsvSource({"1, 1, 1", "1, 1, 3", "1, 4000, 1", "4000, 1, 3", "2, 2000, 1", "8, 8, 1", "13, 13, 3"})
    void givesUpOnTinyPictures(int width, int height, int channels) {
        Pixels noisy = new Noise.Gaussian(25).addTo(DrawnPictures.flat(width, height, channels, .5), 5);
        assertThat(NoiseEstimator.estimate(noisy)).isEqualTo(NoiseLevel.NONE);
    }

    @ParameterizedTest(name = "still answers for {0} x {1} pixels in {2} channel(s)")
    @CsvSource({"9, 9, 1", "3, 60, 1", "200, 3, 1", "14, 14, 3", "24, 24, 1", "32, 32, 3"})
    void answersForSmallPictures(int width, int height, int channels) {
        Pixels noisy = new Noise.Gaussian(25).addTo(DrawnPictures.flat(width, height, channels, .5), 5);
        assertThat(NoiseEstimator.estimate(noisy).sigma()).isBetween(15., 32.);
    }

    @Test
    @DisplayName("by Liu's rule averages 4, 4.1 and 4.3 of 1000 patches, and leaves 9 to the picture")
    void averagesWhatMayBeNoise() {
        // three from 1000 may spread by ((1 + .0548) / (1 - .0548))^2 = 1.245
        assertThat(NoiseEstimator.liu(new double[] {4, 4.1, 4.3, 9}, 1000)).isCloseTo(12.4 / 3, within(1e-12));
    }

    @ParameterizedTest(name = "by Chen''s rule finds {1} in the eigenvalues {0}")
    @CsvSource({
        "3 4 5,            4", // the mean is the median at once
        "3 4 5 100,        4", // 28: three below, one above; without the largest the mean is the median
        "1 3 4 5 6 200 900, 3.8", // of 1 3 4 5 6 two lie below 3.8, three above
        "2,                2",
        "0.1 0.1 0.1,      0.1" // a mean that rounding lifts above all of them
    })
    void strikesOffTheLargest(String rising, double variance) {
        double[] eigenvalues = Arrays.stream(rising.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(NoiseEstimator.chen(eigenvalues)).isCloseTo(variance, within(1e-12));
    }
}
