package io.unveil.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    @Test
    @DisplayName("errors of 1, 2, 3 and 4 levels: MSE 7.5, MAE 2.5, PSNR 39.38 dB")
    void worksOutByHand() {
        Pixels a = new Pixels(2, 2, 1, new float[] {0, 0, 1, 1});
        Pixels b = new Pixels(2, 2, 1, new float[] {1 / 255f, 2 / 255f, 252 / 255f, 251 / 255f});

        Difference difference = Difference.between(a, b);

        assertThat(difference.mse()).isCloseTo((1 + 4 + 9 + 16) / 4.0, within(1e-4));
        assertThat(difference.mae()).isCloseTo((1 + 2 + 3 + 4) / 4.0, within(1e-5));
        assertThat(difference.psnr()).isCloseTo(39.3802, within(1e-4)); // 10 log10(65025 / 7.5)
    }

    @Test
    void equalPicturesHaveInfinitePsnrAndSsimOfExactlyOne() {
        Pixels a = noise(33, 21, 3, 1);

        assertThat(Difference.between(a, a)).isEqualTo(new Difference(0, 0, Double.POSITIVE_INFINITY, 1));
    }

    @Test
    @DisplayName("flat pictures differ only in luminance: (2 * 100 * 150 + C1) / (100^2 + 150^2 + C1) = 0.92309")
    void flatPicturesDifferInLuminanceAlone() {
        assertThat(Difference.between(flat(100), flat(150)).ssim()).isCloseTo(0.923092, within(1e-6));
    }

    @ParameterizedTest(name = "{0} x {1} in {2} channels with a window of {3}")
    @CsvSource({
        "40, 30, 1, 11", // gray
        "23, 17, 3, 11", // colour: no channel leaks into its neighbour
        "11, 11, 1, 11", // only one window
        "12, 11, 3, 11", // two windows side by side
        "10, 40, 1, 9", // too narrow for 11: the largest odd window that fits
        "40,  4, 3, 3",
        " 1,  1, 1, 1"
    })
    void ssimIsThatOfTheDefinitionSummedDirectly(int width, int height, int channels, int window) {
        Pixels a = noise(width, height, channels, 1);
        Pixels b = noise(width, height, channels, 2);

        assertThat(Difference.between(a, b).ssim()).isCloseTo(definition(a, b, window), within(1e-9));
    }

    @Test
    void picturesOfDifferentSizesAreRefused() {
        assertThatThrownBy(() -> Difference.between(noise(2, 3, 1, 1), noise(3, 2, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("only pictures of one size can be compared: 2 x 3 in 1 channels, 3 x 2 in 1");
    }

    /** The formula of the paper, window by window, the variances as mean squared distances from the mean. */
    private static double definition(Pixels a, Pixels b, int window) {
        double sum = 0;
        int windows = 0;
        for (int channel = 0; channel < a.channels(); channel++) {
            for (int top = 0; top + window <= a.height(); top++) {
                for (int left = 0; left + window <= a.width(); left++) {
                    sum += ofWindow(a, b, window, left, top, channel);
                    windows++;
                }
            }
        }
        return sum / windows;
    }

    private static double ofWindow(Pixels a, Pixels b, int window, int left, int top, int channel) {
        double meanA = weighted(window, (i, j) -> value(a, left + i, top + j, channel));
        double meanB = weighted(window, (i, j) -> value(b, left + i, top + j, channel));
        double varA = weighted(window, (i, j) -> Math.pow(value(a, left + i, top + j, channel) - meanA, 2));
        double varB = weighted(window, (i, j) -> Math.pow(value(b, left + i, top + j, channel) - meanB, 2));
        double both = weighted(
                window,
                (i, j) -> (value(a, left + i, top + j, channel) - meanA)
                        * (value(b, left + i, top + j, channel) - meanB));
        double c1 = 6.5025;
        double c2 = 58.5225;
        return (2 * meanA * meanB + c1) * (2 * both + c2) / ((meanA * meanA + meanB * meanB + c1) * (varA + varB + c2));
    }

    private interface At {
        double value(int i, int j);
    }

    private static double weighted(int window, At at) {
        double sum = 0;
        double weights = 0;
        for (int j = 0; j < window; j++) {
            for (int i = 0; i < window; i++) {
                double dx = i - (window - 1) / 2.0;
                double dy = j - (window - 1) / 2.0;
                double weight = Math.exp(-(dx * dx + dy * dy) / (2 * 1.5 * 1.5));
                sum += weight * at.value(i, j);
                weights += weight;
            }
        }
        return sum / weights;
    }

    private static double value(Pixels pixels, int x, int y, int channel) {
        return 255.0 * pixels.values()[(y * pixels.width() + x) * pixels.channels() + channel];
    }

    private static Pixels noise(int width, int height, int channels, int seed) {
        Random random = new Random(seed);
        float[] values = new float[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.3f * (i % 31) / 31 + 0.7f * random.nextFloat();
        }
        return new Pixels(width, height, channels, values);
    }

    private static Pixels flat(int level) {
        float[] values = new float[16 * 16];
        java.util.Arrays.fill(values, level / 255f);
        return new Pixels(16, 16, 1, values);
    }
}
