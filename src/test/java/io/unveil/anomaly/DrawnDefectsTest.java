package io.unveil.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawnDefectsTest {
    /** 1 to 199: the share below k is k / 200. */
    private static final NormalScores NORMAL =
            new NormalScores(IntStream.range(1, 200).mapToDouble(i -> i).toArray());

    private static DrawnDefects of(double... scores) {
        return DrawnDefects.of(scores).orElseThrow();
    }

    @Test
    void theShareFoundIsThatOfScoresThatReachTheNumber() {
        assertThat(of(1, 2, 3, 4).found(3)).isEqualTo(.5);
        assertThat(of(1, 2, 3, 4).found(5)).isZero();
        assertThat(DrawnDefects.of(new double[0])).isEmpty();
    }

    /**
     * Of a hundred defects three lie below 190 and the others far above: at .97 three of a hundred are lost each way.
     */
    @Test
    void balancedIsWhereAsManyDefectsAreMissedAsThereAreFalseAlarms() {
        double[] defects =
                IntStream.range(0, 100).mapToDouble(i -> i < 3 ? 100 : 1000).toArray();

        assertThat(of(defects).balanced(NORMAL)).isCloseTo(.97, within(1e-3));
    }

    @Test
    void balancedStaysBetweenOneFalseAlarmInTwentyAndOneInAHundred() {
        assertThat(of(1, 2, 3, 4).balanced(NORMAL))
                .as("hardly anything is found")
                .isCloseTo(.95, within(1e-3));
        assertThat(of(1e6, 1e7).balanced(NORMAL)).as("all is found").isCloseTo(.99, within(1e-3));
    }
}
