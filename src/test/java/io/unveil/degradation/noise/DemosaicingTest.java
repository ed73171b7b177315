package io.unveil.degradation.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.Draws;
import io.unveil.degradation.noise.Demosaicing.Plane;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Demosaicing")
class DemosaicingTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;

    private static Plane plane(IntBinaryOperator level) {
        float[] samples = new float[WIDTH * HEIGHT];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = level.applyAsInt(i % WIDTH, i / WIDTH);
        }
        return Plane.of(WIDTH, HEIGHT, 1, 0, samples);
    }

    @ParameterizedTest(name = "{0}: gives a flat colour back")
    @EnumSource(Demosaicing.class)
    void keepsFlatColours(Demosaicing demosaicing) {
        int[] colour = {30, 20, 50};
        Plane flat = plane((x, y) -> colour[Bayer.colour(x + 1, y)]);
        float[] full = demosaicing.of(flat, flat);
        for (int i = 0; i < full.length; i++) {
            assertThat(full[i]).isEqualTo(colour[i % 3]);
        }
    }

    @ParameterizedTest(name = "{0}: leaves white noise a standard deviation of {1} in green and {2} in red")
    @CsvSource({
        // green: caught at half, else the mean of four; red: caught at a quarter, means of two at two, of four at one
        "BILINEAR, .7906, .75",
        // green else (16 + 16 + 4) / 64; red at green (25 + 32 + 4 + 2 + .5) / 64, at blue (36 + 16 + 9) / 64
        "GRADIENT_CORRECTED, .8839, .9940"
    })
    void leavesTheNoiseOfItsFilters(Demosaicing demosaicing, double green, double red) {
        Draws draws = new Draws(8);
        float[] white = new float[WIDTH * HEIGHT];
        for (int i = 0; i < white.length; i++) {
            white[i] = (float) draws.normal();
        }
        Plane plane = Plane.of(WIDTH, HEIGHT, 1, 0, white);
        float[] full = demosaicing.of(plane, plane);
        assertThat(deviation(full, 1)).isCloseTo(green, within(.015));
        assertThat(deviation(full, 0)).isCloseTo(red, within(.015));
    }

    private static double deviation(float[] full, int channel) {
        double sum = 0;
        for (int i = channel; i < full.length; i += 3) {
            sum += full[i] * full[i];
        }
        return Math.sqrt(3 * sum / full.length);
    }

    @Test
    @DisplayName("along edges gives gray steps back, upright and level, and the others blur them")
    void followsEdges() {
        Plane upright = plane((x, y) -> x < 100 ? 10 : 90);
        Plane level = plane((x, y) -> y < 50 ? 10 : 90);
        assertThat(wrong(Demosaicing.EDGE_AWARE, upright)).isZero();
        assertThat(wrong(Demosaicing.EDGE_AWARE, level)).isZero();
        assertThat(wrong(Demosaicing.BILINEAR, upright)).isPositive();
        assertThat(wrong(Demosaicing.GRADIENT_CORRECTED, level)).isPositive();
    }

    /** Samples that differ from those of the gray picture. */
    private static int wrong(Demosaicing demosaicing, Plane gray) {
        float[] full = demosaicing.of(gray, gray);
        int wrong = 0;
        for (int i = 0; i < full.length; i++) {
            int pixel = i / 3;
            wrong += full[i] == gray.rimmed()[gray.at(pixel % WIDTH, pixel / WIDTH)] ? 0 : 1;
        }
        return wrong;
    }

    @Test
    @DisplayName("along edges takes the edges of the picture, not those of the noise alone")
    void takesItsDirectionsFromThePicture() {
        Plane noise = plane((x, y) -> x % 2 * 4); // upright stripes
        Plane upright = plane((x, y) -> 1000 * (x / 2));
        Plane level = plane((x, y) -> 1000 * (y / 2));
        assertThat(Demosaicing.EDGE_AWARE.of(noise, upright)).isNotEqualTo(Demosaicing.EDGE_AWARE.of(noise, level));
    }
}
