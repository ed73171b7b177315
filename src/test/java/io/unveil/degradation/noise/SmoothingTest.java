package io.unveil.degradation.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.DrawnPictures;
import io.unveil.image.Pixels;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Smoothing")
class SmoothingTest {
    private static Pixels point() {
        float[] values = new float[101 * 101];
        values[50 * 101 + 50] = 1;
        return new Pixels(101, 101, 1, values);
    }

    @ParameterizedTest(name = "wide by {0}: three running means of {1} pixels spread a point as that much does")
    @CsvSource({"3, 7", "6, 13", "10, 21", ".5, 3"})
    void spreadsAPoint(double size, int width) {
        Pixels spread = Smoothing.wide(point(), size);
        double sum = 0;
        double across = 0;
        double along = 0;
        for (int i = 0; i < spread.values().length; i++) {
            double value = spread.values()[i];
            sum += value;
            across += value * Math.pow(i % 101 - 50, 2);
            along += value * Math.pow(i / 101 - 50, 2);
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
        assertThat(across).isCloseTo((width * width - 1) / 4., within(1e-3));
        assertThat(along).isCloseTo(across, within(1e-3));
    }

    @Test
    @DisplayName("wide comes near the Gaussian filter itself, also at the rim and in channels")
    void comesNearTheFilter() {
        Pixels lake = DrawnPictures.photograph("lake", 3);
        Pixels wide = Smoothing.wide(lake, Math.sqrt(12)); // seven pixels
        assertThat(DrawnPictures.error(wide, Smoothing.of(lake, Math.sqrt(12)))).isLessThan(.6);
    }

    @Test
    @DisplayName("wide leaves flat pictures flat, however small")
    void leavesFlatPictures() {
        for (int side : new int[] {1, 2, 5}) {
            Pixels flat = DrawnPictures.flat(side, side, 3, .25);
            assertThat(Smoothing.wide(flat, 4).values()).containsOnly(.25f);
        }
    }
}
