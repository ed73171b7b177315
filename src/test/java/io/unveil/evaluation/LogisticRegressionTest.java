package io.unveil.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.Draws;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    private static final int CLASSES = 3;

    /**
     * Three clouds on a line, far from the origin and of a large unit, beside a feature that never changes and one of
     * noise.
     */
    private static float[][] clouds(int count, long seed) {
        Draws draws = new Draws(seed);
        float[][] features = new float[count][];
        for (int i = 0; i < count; i++) {
            double place = 1000 * (5 + i % CLASSES + draws.between(-.6, .6));
            features[i] = new float[] {(float) place, 7, (float) draws.between(-1, 1)};
        }
        return features;
    }

    private static int[] labels(int count) {
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % CLASSES;
        }
        return labels;
    }

    @Test
    void cloudsThatOverlapALittleAreSeparatedAsWellAsPossible() {
        LogisticRegression probe = LogisticRegression.fit(clouds(3000, 1), labels(3000), CLASSES, 1);
        double best = 1 - (1 + 2 + 1) / 3. * (.1 / 1.2); // each side that has a neighbour loses a twelfth
        assertThat(probe.accuracy(clouds(3000, 2), labels(3000))).isCloseTo(best, within(.03));
    }

    @Test
    void labelsThatHaveNothingToDoWithTheFeaturesAreGuessed() {
        float[][] features = clouds(3000, 1);
        int[] random = new int[3000];
        Draws draws = new Draws(9);
        for (int i = 0; i < random.length; i++) {
            random[i] = draws.below(CLASSES);
        }
        assertThat(LogisticRegression.fit(features, random, CLASSES, 1).accuracy(clouds(3000, 2), random))
                .isCloseTo(1. / CLASSES, within(.05));
    }

    @Test
    void equalDataAndSeedsGiveEqualFigures() {
        double one =
                LogisticRegression.fit(clouds(300, 1), labels(300), CLASSES, 1).accuracy(clouds(999, 2), labels(999));
        double two =
                LogisticRegression.fit(clouds(300, 1), labels(300), CLASSES, 1).accuracy(clouds(999, 2), labels(999));
        assertThat(two).isEqualTo(one);
    }
}
