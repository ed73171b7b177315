package io.unveil.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 60 pixels from the left stands 0, 420 stands 1; 370 from the top stands 0, 10 stands 1. */
@DisplayName("The curve of found against false alarms")
class RocChartTest {
    private static String points(double[] normal, double[] anomalous) {
        return new RocChart.Curve("all", normal, anomalous).points().strip();
    }

    @Test
    @DisplayName("goes up for each anomalous picture and right for each normal one, from the highest score down")
    void steps() {
        assertThat(points(new double[] {1, 3}, new double[] {2, 4}))
                .isEqualTo("60.0,370.0 60.0,190.0 240.0,190.0 240.0,10.0 420.0,10.0");
    }

    @Test
    @DisplayName("goes straight over equal scores")
    void ties() {
        assertThat(points(new double[] {5, 5}, new double[] {5, 5, 5})).isEqualTo("60.0,370.0 420.0,10.0");
        assertThat(points(new double[] {2, 1}, new double[] {2, 3}))
                .isEqualTo("60.0,370.0 60.0,190.0 240.0,10.0 420.0,10.0");
    }

    @Test
    @DisplayName("ends above the right for infinite scores too")
    void infinite() {
        assertThat(points(new double[] {Double.NEGATIVE_INFINITY}, new double[] {Double.POSITIVE_INFINITY}))
                .isEqualTo("60.0,370.0 60.0,10.0 420.0,10.0");
    }
}
