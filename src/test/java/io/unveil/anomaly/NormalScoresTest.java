package io.unveil.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What normal pictures come to")
class NormalScoresTest {
    private static final NormalScores NINE = new NormalScores(new double[] {4, 9, 1, 3, 2, 8, 7, 5, 6});

    private static double[] drawn(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    /** Of which the excess over any number is distributed alike. */
    private static double[] exponential(int count, long seed) {
        return new SplittableRandom(seed)
                .doubles(count)
                .map(share -> -Math.log(1 - share))
                .toArray();
    }

    @ParameterizedTest(name = "{0} lies above {1}")
    @CsvSource({"1, .1", "5, .5", "5.5, .55", "8.75, .875", "9, .9"})
    @DisplayName("parts what lies between n of them in n + 1 equal steps, linear between")
    void share(double number, double share) {
        assertThat(NINE.share(number)).isCloseTo(share, within(1e-12));
    }

    @Test
    @DisplayName("falls off exponentially above the highest, by the mean excess of the upper quarter and more")
    void tail() {
        // Two are the upper quarter: their mean excess over where they begin is 1, and 1 / sqrt(2) more.
        double scale = 1 + 1 / Math.sqrt(2);
        assertThat(NINE.share(9 + scale)).isCloseTo(1 - .1 / Math.E, within(1e-12));
        assertThat(NINE.quantile(.99)).isCloseTo(9 + scale * Math.log(10), within(1e-9));
    }

    @ParameterizedTest(name = "{0} pictures")
    @ValueSource(ints = {4, 5, 8, 31, 400})
    @DisplayName("puts a larger number on a larger share, in (0, 1), without an end")
    void monotone(int count) {
        NormalScores scores = new NormalScores(drawn(count, count));
        double before = 0;
        for (double number = -8; number < 8; number += .01) {
            assertThat(scores.share(number)).isGreaterThan(before).isLessThan(1);
            before = scores.share(number);
        }
    }

    @ParameterizedTest(name = "{0} pictures")
    @ValueSource(ints = {4, 5, 8, 31, 400})
    @DisplayName("leads back from a share to its number")
    void quantile(int count) {
        NormalScores scores = new NormalScores(drawn(count, count));
        for (double share : new double[] {1e-6, .01, .2, .25, .5, .61, .9, .99, .999, 1 - 1e-9}) {
            assertThat(scores.share(scores.quantile(share))).isCloseTo(share, within(1e-12));
        }
    }

    @Test
    @DisplayName("is less sure of its tail where pictures are few: the threshold lies further above the highest")
    void few() {
        double few = 0;
        double many = 0;
        for (int seed = 0; seed < 200; seed++) {
            NormalScores ofFew = new NormalScores(exponential(8, seed));
            NormalScores ofMany = new NormalScores(exponential(400, seed));
            few += ofFew.quantile(1 - .1 / 9) - ofFew.quantile(8 / 9.); // nine of ten of what is left above the highest
            many += ofMany.quantile(1 - .1 / 401) - ofMany.quantile(400 / 401.);
        }
        assertThat(few).isGreaterThan(1.3 * many);
    }

    @ParameterizedTest(name = "{0} pictures: at most {1} of 100")
    @CsvSource({"8, 5", "20, 1.5", "40, 1.2", "200, 1.2"})
    @DisplayName("keeps the promise of a threshold on pictures it has not seen, but for the fewest")
    void promise(int count, double most) {
        double alarms = 0;
        int draws = 400;
        double[] others = drawn(2000, 99);
        for (int seed = 0; seed < draws; seed++) {
            double threshold = new NormalScores(drawn(count, 1000 + seed)).quantile(.99);
            for (double other : others) {
                alarms += other >= threshold ? 1 : 0;
            }
        }
        assertThat(100 * alarms / draws / others.length).isBetween(.3, most);
    }

    @Test
    @DisplayName(
            "leaves out odd scores, so that two anomalous pictures among the normal ones hardly move the threshold")
    void odd() {
        double[] clean = drawn(20, 5);
        double[] mixed = Arrays.copyOf(clean, 22);
        mixed[20] = 12;
        mixed[21] = 15;

        NormalScores without = new NormalScores(clean);
        NormalScores with = new NormalScores(mixed);
        assertThat(without.odd()).isZero();
        assertThat(with.odd()).isEqualTo(2);
        assertThat(with.isOdd(12)).isTrue();
        assertThat(with.isOdd(clean[0])).isFalse();
        assertThat(with.quantile(.99)).isEqualTo(without.quantile(.99));
        assertThat(with.share(12)).isGreaterThan(.999);
    }

    @ParameterizedTest(name = "{0} pictures")
    @ValueSource(ints = {8, 20, 64, 200})
    @DisplayName("calls few odd by mistake")
    void oddByMistake(int count) {
        long sets = IntStream.range(0, 400)
                .filter(seed -> new NormalScores(exponential(count, seed)).odd() > 0)
                .count();
        assertThat(sets).isLessThan(400 / 12);
    }

    @Test
    @DisplayName("puts what is above equal scores at once close to 1, and what is below close to 0")
    void equalScores() {
        NormalScores equal = new NormalScores(new double[] {2, 2, 2, 2, 2});
        assertThat(equal.share(2.001)).isGreaterThan(.999);
        assertThat(equal.share(2)).isBetween(.5, .9);
        assertThat(equal.share(1.999)).isLessThan(.001);
        assertThat(equal.quantile(.99)).isCloseTo(2, within(1e-4));
        assertThat(new NormalScores(new double[4]).share(1e-3)).isGreaterThan(.999);
    }

    @Test
    @DisplayName("puts equal scores among others on the share of all that do not lie above")
    void ties() {
        NormalScores ties = new NormalScores(new double[] {1, 2, 2, 3});
        assertThat(ties.share(2)).isCloseTo(.6, within(1e-12));
        assertThat(ties.quantile(.5)).isEqualTo(2);
    }

    @Test
    @DisplayName("has a median, a mean and a standard deviation, and leaves what it was given as it was")
    void moments() {
        double[] given = {8, 0, 4, 4};
        NormalScores scores = new NormalScores(given);
        assertThat(scores.median()).isEqualTo(4);
        assertThat(scores.mean()).isEqualTo(4);
        assertThat(scores.spread()).isCloseTo(Math.sqrt(8), within(1e-12));
        assertThat(given).containsExactly(8, 0, 4, 4);
    }

    @Test
    @DisplayName("needs four pictures")
    void fewest() {
        assertThatThrownBy(() -> new NormalScores(new double[] {1, 2, 3}))
                .hasMessage("3 normal pictures are too few to show how normal ones differ; at least 4 are needed");
    }
}
