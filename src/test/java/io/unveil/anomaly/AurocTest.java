package io.unveil.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AurocTest {
    private static double[] scores(String words) {
        return Arrays.stream(words.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @ParameterizedTest(name = "normal {0}, anomalous {1}: {2}")
    @CsvSource({
        "1 2 3,        4 5,       1", // all separated
        "4 5,          1 2 3,     0", // the wrong way round
        "1 3,          2 4,       .75", // of four pairs one is lost
        "1 2,          2 3,       .875", // an equal pair counts one half
        "7 7 7,        7 7,       .5", // nothing is distinguished
        "1 2 2 3,      2,         .5", // one won, two equal, one lost
        "0 Infinity,   Infinity,  .75", // infinite errors are equal
        "-1 0,         -0.5 -0.5 -2, .3333333333333333", // 1 + 1 + 0 of 6
    })
    void theShareOfPairsThatAreRankedRight(String normal, String anomalous, double expected) {
        assertThat(Auroc.of(scores(normal), scores(anomalous))).isCloseTo(expected, within(1e-12));
    }

    @Test
    void orderDoesNotCountAndTheScoresStayAsTheyAre() {
        double[] normal = {3, 1, 2};
        assertThat(Auroc.of(normal, new double[] {2.5, 0.5})).isCloseTo(2 / 6., within(1e-12));
        assertThat(normal).containsExactly(3, 1, 2);
    }

    @Test
    void thereMustBeScoresOfBothKindsAndAllMustBeNumbers() {
        assertThatThrownBy(() -> Auroc.of(new double[0], new double[] {1}))
                .hasMessage("a ranking needs scores of both kinds, there are 0 normal and 1 anomalous");
        assertThatThrownBy(() -> Auroc.of(new double[] {1}, new double[] {Double.NaN}))
                .hasMessage("a score is not a number");
        assertThatThrownBy(() -> Auroc.of(new double[] {1, Double.NaN}, new double[] {1}))
                .hasMessage("a score is not a number");
    }
}
