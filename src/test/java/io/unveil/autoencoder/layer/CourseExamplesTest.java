package io.unveil.autoencoder.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.Nets;
import io.unveil.autoencoder.Planes;
import io.unveil.autoencoder.Weights;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of the course, run through the compiled layers; docs/course.md has them in words. */
class CourseExamplesTest {
    private static final String FOUR = "100 0 0 0 / 500 10 100 0 / 0 100 250 0 / 0 0 0 250";
    private static final String SIX =
            "1 2 3 4 5 6 / 6 5 4 3 2 1 / 2 3 4 5 6 7 / 7 6 5 4 3 2 / 3 4 5 6 7 8 / 8 7 6 5 4 3";
    private static final String LETTER_H = "0 0 0 0 0 0 0 / 0 0 1 0 0 1 0 / 0 0 1 0 0 1 0 / 0 0 1 1 1 1 0"
            + " / 0 0 1 0 0 1 0 / 0 0 1 0 0 1 0 / 0 0 0 0 0 0 0";
    private static final float[] EDGES = {1, 1, 1, -1, -1, -1, 0, 0, 0, 0}; // the kernel's rows, and no bias

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource(
            delimiter = '|',
            value = {"max-pool: {kernel: 2}  | 500 100 / 100 250", "mean-pool: {kernel: 2} | 152.5 25 / 25 125"})
    void poolingOfThePictureOfFourByFour(String layer, String expected) {
        assertThat(rows(run(FOUR, layer))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "max-pool: {kernel: 2, stride: 2}            | 6 4 6 / 7 5 7 / 8 6 8",
                "max-pool: {kernel: 3, stride: 3}            | 6 7 / 8 8",
                "max-pool: {kernel: 3, stride: 2}            | 6 6 / 7 7",
                "max-pool: {kernel: 3, stride: 2, round: up} | 6 6 7 / 7 7 8 / 8 7 8"
            })
    void maximaOfThePictureOfSixBySix(String layer, String expected) {
        assertThat(rows(run(SIX, layer))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "convolution: {out: 1, kernel: 3, stride: 2} | -1 -1 -1 / 0 -2 -1 / 0 0 0",
                "convolution: {out: 1, kernel: 3}            | -1 -1 -1 -1 -1 / 0 0 0 0 0 / 0 -1 -2 -2 -1 / 0 1 2 2 1 / 0 0 0 0 0",
                "convolution: {out: 1, kernel: 3}, max-pool: {kernel: 2, round: up}  | 0 0 0 / 1 2 1 / 0 0 0",
                // the course prints -1 -1 -.5 in the first row: a slip, each of these windows holds as many zeros as
                // minus ones
                "convolution: {out: 1, kernel: 3}, mean-pool: {kernel: 2, round: up} | -0.5 -0.5 -0.5 / 0 0 0 / 0 0 0"
            })
    void theLetterHStridedAndPooled(String layers, String expected) {
        assertThat(rows(run(LETTER_H, layers))).isEqualTo(expected);
    }

    @Test
    void meansCountNeitherPaddingNorWhatLiesPastTheEnd() {
        String ones = "1 1 1 / 1 1 1 / 1 1 1";

        assertThat(rows(run(ones, "mean-pool: {kernel: 2, stride: 2, padding: 1, round: up}")))
                .isEqualTo("1 1 / 1 1"); // the engine's own pooling gives 0.25 in the corner
        assertThat(rows(run(ones, "mean-pool: {kernel: 2, round: up}"))).isEqualTo("1 1 / 1 1");
    }

    @ParameterizedTest(name = "M = {0}, k = {1}, s = {2}, p = {3}: {4} windows")
    @CsvSource({
        "91, 3, 1, 1, 91",
        "91, 2, 2, 0, 45",
        "45, 2, 2, 0, 22",
        "7, 3, 2, 0, 3",
        "28, 5, 3, 2, 10",
        "8, 4, 4, 0, 2"
    })
    void aConvolutionGivesFloorOfMPlusTwoPMinusKOverSPlusOne(int m, int k, int s, int p, int expected) {
        String layer = "convolution: {out: 1, kernel: %d, stride: %d, padding: %d}".formatted(k, s, p);

        assertThat(Nets.fixed(1, m, m, layer).output()).isEqualTo(new Shape(1, expected, expected));
        assertThat(side(m, layer)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "M = {0}, k = {1}, s = {2}, p = {3}: {4} positions")
    @CsvSource({"22, 2, 2, 0, 44", "45, 3, 2, 1, 89", "7, 4, 2, 1, 14", "3, 5, 3, 0, 11", "1, 7, 1, 0, 7"})
    void aTransposedConvolutionGivesSTimesMMinusOnePlusKMinusTwoP(int m, int k, int s, int p, int expected) {
        String layer = "transposed-convolution: {out: 1, kernel: %d, stride: %d, padding: %d}".formatted(k, s, p);

        assertThat(Nets.fixed(1, m, m, layer).output()).isEqualTo(new Shape(1, expected, expected));
        assertThat(side(m, layer)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} x {1}, halved {2} times, comes back")
    @CsvSource({"91, 91, 2", "92, 112, 4", "28, 28, 2", "45, 22, 3"})
    void oddSidesComeBackWithExtraRows(int height, int width, int times) {
        StringBuilder layers = new StringBuilder("max-pool: {kernel: 2}, ".repeat(times));
        for (int i = times - 1; i >= 0; i--) {
            layers.append("transposed-convolution: {out: 1, kernel: 2, stride: 2, extra: [%d, %d]}, "
                    .formatted((height >> i) % 2, (width >> i) % 2));
        }
        Architecture net = Nets.fixed(1, height, width, layers.toString());

        assertThat(net.output()).isEqualTo(net.input());
        assertThat(Nets.run(net, Planes.random(1, height, width, 1), Nets.weights(net, 1))
                        .shape())
                .isEqualTo(net.input());
    }

    @Test
    void gausNetHasTheSizesThatItsFormulasGive() {
        Architecture net = Nets.fixed(1, 91, 91, """
                convolution: {out: 6, kernel: 3, padding: 1}, relu, mean-pool: {kernel: 2},
                convolution: {out: 4, kernel: 3, padding: 1}, relu, mean-pool: {kernel: 2},
                dense: {out: 50}, relu, dense: {out: 1}""");

        assertThat(net.weights())
                .anySatisfy(weight -> assertThat(weight.shape()).containsExactly(50, 22 * 22 * 4));
        assertThat(Nets.run(net, Planes.random(1, 91, 91, 1), Weights.start(net, 1))
                        .shape())
                .isEqualTo(new Shape(1, 1, 1));
    }

    /** The side that the engine gives for a square of this side. */
    private static int side(int m, String layer) {
        Architecture net = Nets.fixed(1, m, m, layer);
        return Nets.run(net, Planes.random(1, m, m, 1), Nets.weights(net, 1))
                .shape()
                .height();
    }

    /** Runs a picture of rows through layers; a convolution among them has the kernel {@link #EDGES}. */
    private static Planes run(String picture, String layers) {
        float[] values = new float[0];
        int height = 0;
        for (String row : picture.split(" / ")) {
            String[] numbers = row.split(" ");
            values = Arrays.copyOf(values, values.length + numbers.length);
            for (int i = 0; i < numbers.length; i++) {
                values[values.length - numbers.length + i] = Float.parseFloat(numbers[i]);
            }
            height++;
        }
        int width = values.length / height;
        Architecture net = Nets.fixed(1, height, width, layers);
        return Nets.run(net, Planes.of(1, height, width, values), net.parameters() == 0 ? new float[0] : EDGES);
    }

    private static String rows(Planes planes) {
        StringBuilder text = new StringBuilder();
        planes.each((c, y, x) -> {
            double value = planes.get(c, y, x) + 0.0; // no minus zero
            assertThat(value * 2).isCloseTo(Math.rint(value * 2), within(1e-6));
            text.append(x > 0 ? " " : y > 0 ? " / " : "");
            text.append(value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value));
        });
        return text.toString();
    }
}
