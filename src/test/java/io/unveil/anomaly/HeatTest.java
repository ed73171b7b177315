package io.unveil.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.Pixels;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The colours of heat")
class HeatTest {
    private static final int STEPS = 64;

    /** How people see, on linear RGB (Machado, Oliveira and Fernandes 2009, severity 1). */
    private enum Eyes {
        USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTANOPIA(.152286, 1.052583, -.204868, .114503, .786281, .099216, -.003882, -.048116, 1.051998),
        DEUTERANOPIA(.367322, .860646, -.227968, .280085, .672501, .047413, -.01182, .04294, .968881);

        private final double[] matrix;

        Eyes(double... matrix) {
            this.matrix = matrix;
        }

        /** CIE L*a*b* under D65. */
        double[] lab(float[] rgb) {
            double[] seen = times(
                    matrix,
                    IntStream.range(0, 3).mapToDouble(i -> linear(rgb[i])).toArray());
            double[] xyz = times(new double[] {.4124, .3576, .1805, .2126, .7152, .0722, .0193, .1192, .9505}, seen);
            double x = root(xyz[0] / .9505);
            double y = root(xyz[1]);
            double z = root(xyz[2] / 1.089);
            return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
        }

        private static double[] times(double[] matrix, double[] v) {
            return IntStream.range(0, 3)
                    .mapToDouble(i -> matrix[3 * i] * v[0] + matrix[3 * i + 1] * v[1] + matrix[3 * i + 2] * v[2])
                    .toArray();
        }

        private static double linear(double value) {
            return value <= .04045 ? value / 12.92 : Math.pow((value + .055) / 1.055, 2.4);
        }

        private static double root(double t) {
            return t > .008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.;
        }
    }

    private static float[] colour(double heat) {
        return Heat.map(new Pixels(1, 1, 1, new float[] {(float) heat})).values();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("grow lighter all the way, however one sees colours")
    void lightness(Eyes eyes) {
        for (int i = 0; i < STEPS; i++) {
            double cooler = eyes.lab(colour(i / (double) STEPS))[0];
            assertThat(eyes.lab(colour((i + 1) / (double) STEPS))[0])
                    .as("step %d", i)
                    .isGreaterThan(cooler + .5);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("differ visibly from quarter to quarter, also for colour-blind eyes")
    void distances(Eyes eyes) {
        for (int i = 0; i < 4; i++) {
            double[] one = eyes.lab(colour(i / 4.));
            double[] next = eyes.lab(colour((i + 1) / 4.));
            double distance = Math.sqrt(IntStream.range(0, 3)
                    .mapToDouble(k -> (one[k] - next[k]) * (one[k] - next[k]))
                    .sum());
            assertThat(distance).as("quarter %d", i).isGreaterThan(15);
        }
    }

    @Test
    @DisplayName("go no further than calm and hottest")
    void clipped() {
        assertThat(colour(-3)).isEqualTo(colour(0));
        assertThat(colour(7)).isEqualTo(colour(1));
    }

    @Test
    @DisplayName("leave a calm picture as it is, in gray, and cover it the more the hotter")
    void over() {
        Pixels picture = new Pixels(3, 1, 3, new float[] {.2f, .4f, .6f, .2f, .4f, .6f, .2f, .4f, .6f});
        float gray = .299f * .2f + .587f * .4f + .114f * .6f;
        float[] shown = Heat.over(picture, new Pixels(3, 1, 1, new float[] {0, .25f, 1}))
                .values();
        assertThat(shown).hasSize(9);
        for (int channel = 0; channel < 3; channel++) {
            assertThat(shown[channel]).isCloseTo(gray, within(1e-6f));
            assertThat(shown[3 + channel]).isCloseTo(.575f * gray + .425f * colour(.25)[channel], within(1e-5f));
            assertThat(shown[6 + channel]).isCloseTo(.15f * gray + .85f * colour(1)[channel], within(1e-5f));
        }
    }
}
