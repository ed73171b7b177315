package io.unveil.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.Pixels;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A blurred map")
class BlurTest {
    private static Pixels drawn(int width, int height) {
        SplittableRandom random = new SplittableRandom(width);
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-3, 5);
        }
        return new Pixels(width, height, 1, values);
    }

    /** Every place as the weighted mean of all within reach, one by one. */
    private static float[] slowly(Pixels map, int reach, IntToDoubleFunction weight) {
        float[] means = new float[map.values().length];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            double weights = 0;
            for (int v = -reach; v <= reach; v++) {
                for (int u = -reach; u <= reach; u++) {
                    double both = weight.applyAsDouble(u) * weight.applyAsDouble(v);
                    int x = mirrored(i % map.width() + u, map.width());
                    int y = mirrored(i / map.width() + v, map.height());
                    sum += both * map.values()[y * map.width() + x];
                    weights += both;
                }
            }
            means[i] = (float) (sum / weights);
        }
        return means;
    }

    private static int mirrored(int i, int count) {
        int at = i;
        while (at < 0 || at >= count) {
            at = count == 1 ? 0 : at < 0 ? -at : 2 * (count - 1) - at;
        }
        return at;
    }

    @ParameterizedTest(name = "{0} x {1}, side {2}")
    @CsvSource({"17, 12, 3", "17, 12, 31", "40, 50, 31", "1, 9, 5", "6, 1, 1"})
    @DisplayName(
            "by a box is the mean of a square, mirrored at the border, also where the square is larger than the map")
    void box(int width, int height, int side) {
        Pixels map = drawn(width, height);
        assertThat(Blur.box(map, side).size()).isEqualTo(map.size());
        assertThat(Blur.box(map, side).values()).containsExactly(slowly(map, side / 2, i -> 1), within(1e-5f));
    }

    @ParameterizedTest(name = "{0} x {1}, sigma {2}")
    @CsvSource({"17, 12, 1.5", "9, 20, 2", "1, 3, 2"})
    @DisplayName("by a Gaussian is the mean by exp(-d^2 / 2 sigma^2), up to three sigma along each axis")
    void gaussian(int width, int height, double sigma) {
        Pixels map = drawn(width, height);
        int reach = (int) Math.ceil(3 * sigma);
        assertThat(Blur.gaussian(map, sigma).values())
                .containsExactly(slowly(map, reach, i -> Math.exp(-i * i / (2 * sigma * sigma))), within(1e-5f));
    }
}
