package io.unveil.degradation.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.Draws;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Clipped noise")
class ClippedNoiseTest {
    @ParameterizedTest(
            name =
                    "of sigma {1} levels on {0}: looked up by the mean of 400,000 draws, its formulas say what those draws show")
    @CsvSource({"0, 25", "0.05, 25", "0.3, 50", "0.5, 10", "0.5, 100", "0.9, 50", "1, 5"})
    void isWhatDrawsShow(double clean, double sigma) {
        Draws draws = new Draws(3);
        int trials = 400_000;
        double sum = 0;
        double squares = 0;
        double errors = 0;
        for (int i = 0; i < trials; i++) {
            double seen = Math.min(1, Math.max(0, clean + sigma / 255 * draws.normal()));
            sum += seen;
            squares += seen * seen;
            errors += (seen - clean) * (seen - clean);
        }
        double mean = sum / trials;
        double unit = sigma * sigma / 65025;
        ClippedNoise noise = new ClippedNoise(sigma / 255);
        assertThat(noise.variance(mean)).isCloseTo((squares / trials - mean * mean) / unit, within(.01));
        assertThat(noise.square(mean)).isCloseTo(errors / trials / unit, within(.01));
    }

    @Test
    @DisplayName("keeps half of its squared error at black and white, and 1/2 - 1/(2 pi) of its variance")
    void atTheEnds() {
        ClippedNoise noise = new ClippedNoise(.1);
        for (double brightness : new double[] {-1, 0, 1, 2}) {
            assertThat(noise.square(brightness)).isCloseTo(.5, within(1e-6));
            assertThat(noise.variance(brightness)).isCloseTo(.5 - 1 / (2 * Math.PI), within(1e-6));
        }
    }
}
