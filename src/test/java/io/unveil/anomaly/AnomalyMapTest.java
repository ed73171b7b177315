package io.unveil.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A map of anomaly")
class AnomalyMapTest {
    private static Pixels pixels(int width, int height, IntBinaryOperator value) {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.applyAsInt(i % width, i / width);
        }
        return new Pixels(width, height, 1, values);
    }

    /** 64 x 64, a square of so many places of the number 1 in the middle, 0 beside it. */
    private static AnomalyMap spot(int side) {
        return new AnomalyMap(pixels(64, 64, (x, y) -> x >= 30 && x < 30 + side && y >= 30 && y < 30 + side ? 1 : 0));
    }

    @Test
    @DisplayName("scores the mean of its highest thousandth, less half of the mean of the 31 x 31 around each place")
    void score() {
        // 4 of 4096 places count. One alone: it keeps 1 less half of 1 / 961, three others have nothing around them and
        // stay 0.
        assertThat(spot(1).score()).isCloseTo((1 - .5 / 961) / 4, within(1e-6));
        assertThat(spot(2).score()).isCloseTo(1 - .5 * 4 / 961, within(1e-6));
    }

    @Test
    @DisplayName("scores its one place where a thousandth is less than one")
    void smallMap() {
        assertThat(new AnomalyMap(pixels(5, 4, (x, y) -> x == 2 && y == 1 ? 6 : 2)).score())
                .isGreaterThan(4.5)
                .isLessThan(5);
        assertThat(new AnomalyMap(pixels(1, 1, (x, y) -> 3)).score()).isCloseTo(1.5, within(1e-6));
    }

    @Test
    @DisplayName("scores one hot spot higher than a picture that is as odd throughout")
    void spotAgainstEvenlyOdd() {
        AnomalyMap evenlyOdd = new AnomalyMap(pixels(64, 64, (x, y) -> 1));
        assertThat(evenlyOdd.score()).isCloseTo(.5, within(1e-6));
        assertThat(spot(3).score()).isGreaterThan(1.9 * evenlyOdd.score());
    }

    @Test
    @DisplayName("of several passes is their mean, and what they agree on is lower by their standard deviation")
    void passes() {
        List<Pixels> passes = List.of(pixels(40, 40, (x, y) -> 1), pixels(40, 40, (x, y) -> 5));

        assertThat(AnomalyMap.ofMean(passes).values().values()[7]).isCloseTo(3f, within(1e-5f));
        assertThat(AnomalyMap.ofAgreement(passes).values().values()[7]).isCloseTo(1f, within(1e-5f));
    }

    @Test
    @DisplayName("scores what all passes see above what one of them sees more strongly")
    void agreement() {
        Pixels calm = pixels(64, 64, (x, y) -> -2);
        Pixels seen = pixels(64, 64, (x, y) -> x < 8 && y < 8 ? 2 : -2);
        Pixels strongly = pixels(64, 64, (x, y) -> x < 8 && y < 8 ? 18 : -2);
        List<Pixels> byAll = List.of(seen, seen, seen, seen);
        List<Pixels> byOne = List.of(strongly, calm, calm, calm);

        assertThat(AnomalyMap.ofMean(byOne).score())
                .isGreaterThan(AnomalyMap.ofMean(byAll).score());
        assertThat(AnomalyMap.ofAgreement(byOne).score())
                .isLessThan(AnomalyMap.ofAgreement(byAll).score());
    }

    @Test
    @DisplayName("of an even answer is even, to the border, and has half of its sides, rounded up")
    void ofEvenAnswer() {
        AnomalyMap map = AnomalyMap.of(pixels(31, 20, (x, y) -> -3));
        assertThat(map.values().size()).isEqualTo(new Size(16, 10));
        for (float value : map.values().values()) {
            assertThat(value).isCloseTo(-3f, within(1e-5f));
        }
        assertThat(map.peak()).isCloseTo(-3, within(1e-5));
    }

    @Test
    @DisplayName("is smoothed by a Gaussian of two places: a lone pixel's peak is a quarter of it over 8 pi")
    void smoothing() {
        AnomalyMap map = AnomalyMap.of(pixels(80, 80, (x, y) -> x == 40 && y == 44 ? 1000 : 0));
        assertThat(map.peak()).isCloseTo(250 / (8 * Math.PI), within(.2));
        assertThat(map.values().values()[22 * 40 + 20]).isEqualTo((float) map.peak());
    }

    @Test
    @DisplayName("in the picture's size, lies linearly between its places")
    void enlarged() {
        Pixels enlarged = new AnomalyMap(pixels(2, 1, (x, y) -> 4 * x)).enlarged(new Size(4, 2));
        assertThat(enlarged.values()).containsExactly(0, 1, 3, 4, 0, 1, 3, 4);
    }

    @Test
    @DisplayName("has one channel")
    void channels() {
        assertThatThrownBy(() -> new AnomalyMap(new Pixels(1, 1, 3, new float[3])))
                .hasMessage("a map has one channel, not 3");
    }
}
