package io.unveil.degradation.noise;

import static io.unveil.degradation.noise.NoiseStatistic.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.DrawnPictures;
import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Statistics of the noise between two pictures")
class NoiseStatisticsTest {
    private static final Pixels EVEN = DrawnPictures.flat(256, 256, 3, .5);

    private static Map<NoiseStatistic, Double> of(Noise noise, Pixels clean) {
        return NoiseStatistics.of(noise.addTo(clean, 3), clean);
    }

    @Test
    @DisplayName(
            "of white noise say so: strength of luma and chroma by their formulas, no correlation, a kurtosis of 3")
    void describesWhiteNoise() {
        Map<NoiseStatistic, Double> white = of(new Noise.Gaussian(10), EVEN);
        assertThat(white.get(LUMA)).isCloseTo(10 * Math.sqrt(.299 * .299 + .587 * .587 + .114 * .114), within(.1));
        // Cb = -.1687 R - .3313 G + .5 B, Cr = .5 R - .4187 G - .0813 B
        double cb = .1687 * .1687 + .3313 * .3313 + .25;
        double cr = .25 + .4187 * .4187 + .0813 * .0813;
        assertThat(white.get(CHROMA)).isCloseTo(10 * Math.sqrt((cb + cr) / 2), within(.1));
        assertThat(white.get(LUMA_AT_1)).isCloseTo(0, within(.02));
        assertThat(white.get(CHROMA_AT_1)).isCloseTo(0, within(.02));
        assertThat(white.get(RED_GREEN)).isCloseTo(0, within(.02));
        assertThat(white.get(KURTOSIS)).isCloseTo(3, within(.1));
        assertThat(white.get(ROWS_TO_COLUMNS)).isCloseTo(1, within(.15));
        assertThat(white.get(MIDDLE)).isCloseTo(1, within(1e-6));
        assertThat(white).doesNotContainKeys(DARK, BRIGHT, EDGES);
    }

    @Test
    @DisplayName("of smoothed noise have the correlation of the filter: exp(-d^2 / 4 s^2)")
    void describesGrain() {
        Map<NoiseStatistic, Double> grain = of(new Grain(10, 2), EVEN);
        assertThat(grain.get(LUMA_AT_1)).isCloseTo(Math.exp(-1 / 16.), within(.02));
        assertThat(grain.get(LUMA_AT_2)).isCloseTo(Math.exp(-4 / 16.), within(.04));
        assertThat(grain.get(CHROMA_AT_4)).isCloseTo(Math.exp(-1), within(.05));
        assertThat(grain.get(CHROMA_AT_8)).isCloseTo(Math.exp(-4), within(.05));
    }

    @Test
    @DisplayName("of a gray picture are those of luma alone")
    void describesGray() {
        Map<NoiseStatistic, Double> gray = of(new Noise.Gaussian(10), DrawnPictures.flat(64, 64, 1, .2));
        assertThat(gray.get(LUMA)).isCloseTo(10, within(.3));
        assertThat(gray).doesNotContainKeys(CHROMA, CHROMA_TO_LUMA, RED_GREEN, CHROMA_AT_1);
    }

    @Test
    @DisplayName("tell where the noise is: in the dark, at edges, in rows")
    void tellsWhere() {
        Draws draws = new Draws(1);
        float[] clean = new float[256 * 256];
        float[] noisy = new float[clean.length];
        for (int y = 0; y < 256; y++) {
            double row = .01 * draws.normal();
            for (int x = 0; x < 256; x++) {
                int i = y * 256 + x;
                clean[i] = x < 128 ? .1f : .8f; // an edge, dark to the left
                double strength = Math.abs(x - 127.5) < 3 ? .1 : x < 128 ? .04 : .01;
                noisy[i] = (float) (clean[i] + row + strength * draws.normal());
            }
        }
        Map<NoiseStatistic, Double> found =
                NoiseStatistics.of(new Pixels(256, 256, 1, noisy), new Pixels(256, 256, 1, clean));
        assertThat(found.get(DARK)).isGreaterThan(2 * found.getOrDefault(BRIGHT, 9.));
        assertThat(found.get(EDGES)).isGreaterThan(2 * found.getOrDefault(FLAT, 9.));
        assertThat(found.get(ROWS_TO_COLUMNS)).isGreaterThan(2);
    }

    @Test
    @DisplayName("need a picture of some size")
    void needSomeSize() {
        Pixels small = DrawnPictures.flat(15, 40, 1, .5);
        assertThatThrownBy(() -> NoiseStatistics.of(small, small))
                .hasMessage("noise is described from 16 x 16 pixels on, not 15 x 40");
    }
}
