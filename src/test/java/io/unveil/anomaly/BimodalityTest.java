package io.unveil.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Two groups among numbers")
class BimodalityTest {
    private static double[] drawn(int count, double mean, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToDouble(i -> mean + random.nextGaussian())
                .toArray();
    }

    @ParameterizedTest(name = "{0} numbers")
    @ValueSource(ints = {8, 9, 12, 16, 20, 30, 50, 100, 400})
    @DisplayName("are not clear where all come from one normal distribution, be they few or many")
    void oneGroup(int count) {
        long clear = IntStream.range(0, 300)
                .filter(seed ->
                        Bimodality.of(drawn(count, 5, 31 * seed + count)).isClear())
                .count();
        assertThat(clear).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest(name = "{0} numbers")
    @ValueSource(ints = {20, 30, 50, 100, 400})
    @DisplayName("are clear where a tenth lies far away, and are parted there")
    void aTenthFarAway(int count) {
        int far = count / 10;
        for (int seed = 0; seed < 20; seed++) {
            double[] numbers = DoubleStream.concat(
                            Arrays.stream(drawn(far, 12, seed)), Arrays.stream(drawn(count - far, 0, 100 + seed)))
                    .toArray();
            Bimodality found = Bimodality.of(numbers);
            assertThat(found.isClear()).as("seed %d, %s", seed, found).isTrue();
            assertThat(found.above()).isEqualTo(far);
            assertThat(found.limit()).isBetween(3d, 10d);
        }
    }

    @Test
    @DisplayName("lie apart by sqrt(2) times the difference of their means over the root of the sum of their variances")
    void separation() {
        Bimodality found = Bimodality.of(new double[] {0, 10, 1, 12, 1, 0, 10, 12});
        assertThat(found.limit()).isEqualTo(5.5);
        assertThat(found.above()).isEqualTo(4);
        assertThat(found.separation()).isCloseTo(Math.sqrt(2) * 10.5 / Math.sqrt(.25 + 1), within(1e-12));
    }

    @Test
    @DisplayName("are not clear where all numbers are equal, but for rounding")
    void equalNumbers() {
        double[] numbers = new double[30];
        Arrays.fill(numbers, .1);
        assertThat(Bimodality.of(numbers).isClear()).isFalse();
        numbers[3] = Math.nextUp(.1);
        numbers[4] = Math.nextUp(.1);
        assertThat(Bimodality.of(numbers).isClear()).isFalse();
    }

    @Test
    @DisplayName("are not looked for among fewer than eight")
    void few() {
        Bimodality found = Bimodality.of(new double[] {0, 0, 0, 0, 100, 100, 100});
        assertThat(found.isClear()).isFalse();
        assertThat(found.limit()).isNaN();
    }
}
