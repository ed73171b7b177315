package io.unveil.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The curve of found against false alarms")
class RocChartTest {
    private static List<Chart.Point> points(double[] normal, double[] anomalous) {
        return new RocChart.Curve("all", normal, anomalous).points();
    }

    private static Chart.Point at(double falsely, double found) {
        return new Chart.Point(falsely, found);
    }

    @Test
    @DisplayName("goes up for each anomalous picture and right for each normal one, from the highest score down")
    void steps() {
        assertThat(points(new double[] {1, 3}, new double[] {2, 4}))
                .containsExactly(at(0, 0), at(0, .5), at(.5, .5), at(.5, 1), at(1, 1));
    }

    @Test
    @DisplayName("goes straight over equal scores")
    void ties() {
        assertThat(points(new double[] {5, 5}, new double[] {5, 5, 5})).containsExactly(at(0, 0), at(1, 1));
        assertThat(points(new double[] {2, 1}, new double[] {2, 3}))
                .containsExactly(at(0, 0), at(0, .5), at(.5, 1), at(1, 1));
    }

    @Test
    @DisplayName("ends above the right for infinite scores too")
    void infinite() {
        assertThat(points(new double[] {Double.NEGATIVE_INFINITY}, new double[] {Double.POSITIVE_INFINITY}))
                .containsExactly(at(0, 0), at(0, 1), at(1, 1));
    }
}
