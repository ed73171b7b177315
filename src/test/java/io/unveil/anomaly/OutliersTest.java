package io.unveil.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class OutliersTest {
    /**
     * Median 3.5, distances from it .5 .5 1.5 1.5 2.5 46.5: their median 1.5, so the limit is 3.5 + 6 x 1.4826 x 1.5 =
     * 16.84.
     */
    @Test
    void theLimitIsSixRobustSpreadsAboveTheMedian() {
        assertThat(Outliers.of(new double[] {1, 2, 3, 4, 5, 50})).isEqualTo(new Outliers(1, 6));
        assertThat(Outliers.of(new double[] {1, 2, 3, 4, 5, 16.8}).count()).isZero();
        assertThat(Outliers.of(new double[] {-50, 2, 3, 4, 5, 6}).count())
                .as("below is not anomalous")
                .isZero();
    }

    @Test
    void aFewFarOnesOfManyKindsAreClearWhereTheyFormNoGroup() {
        SplittableRandom random = new SplittableRandom(3);
        DoubleStream normal = random.doubles(40).map(u -> u - .5);
        double[] numbers =
                DoubleStream.concat(normal, DoubleStream.of(3, 4, 6, 9, 15)).toArray();

        assertThat(Outliers.of(numbers).areClear()).isTrue();
        assertThat(Bimodality.of(numbers).isClear()).isFalse();
    }

    @Test
    void oneAloneIsNot() {
        assertThat(new Outliers(1, 8).areClear()).isFalse();
        assertThat(new Outliers(2, 40).areClear()).isTrue();
        assertThat(new Outliers(3, 100).areClear()).isFalse();
    }

    @Test
    void evenNumbersHaveNone() {
        double[] exponential = new SplittableRandom(1)
                .doubles(200)
                .map(u -> Math.sqrt(-2 * Math.log(1 - u)))
                .toArray();

        assertThat(Outliers.of(exponential).areClear()).isFalse();
    }
}
