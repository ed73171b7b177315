package io.unveil.degradation.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.Draws;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Faults of a sensor")
class SensorFaultsTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 4000;

    /** Where there was no other noise. */
    private static float[] drawn(SensorFaults faults) {
        float[] noise = new float[WIDTH * HEIGHT];
        faults.addTo(noise, WIDTH, HEIGHT, 1, .01, new Draws(3));
        return noise;
    }

    private static double covariance(float[] noise, int lag) {
        double sum = 0;
        for (int i = lag; i < noise.length; i++) {
            sum += noise[i] * noise[i - lag];
        }
        return sum / (noise.length - lag);
    }

    @Test
    @DisplayName("Rows are off as a whole, as far as asked, each by itself")
    void offsetsRows() {
        float[] noise = drawn(new SensorFaults(.5, 0, 0, 0));
        assertThat(noise[7 * WIDTH]).isEqualTo(noise[7 * WIDTH + 39]).isNotEqualTo(noise[8 * WIDTH]);
        assertThat(Math.sqrt(covariance(noise, 0))).isCloseTo(.005, within(.0002));
        assertThat(covariance(noise, WIDTH) / covariance(noise, 0)).isCloseTo(0, within(.05));
    }

    @Test
    @DisplayName("Bands are rows that go with their neighbours")
    void drawsBands() {
        float[] noise = drawn(new SensorFaults(.5, 0, .8, 0));
        assertThat(Math.sqrt(covariance(noise, 0))).isCloseTo(.005, within(.0004));
        assertThat(covariance(noise, WIDTH) / covariance(noise, 0)).isCloseTo(.8, within(.03));
        assertThat(covariance(noise, 2 * WIDTH) / covariance(noise, 0)).isCloseTo(.64, within(.05));
    }

    @Test
    @DisplayName("Columns are off as a whole")
    void offsetsColumns() {
        float[] noise = drawn(new SensorFaults(0, .5, 0, 0));
        assertThat(noise[7]).isEqualTo(noise[100 * WIDTH + 7]).isNotEqualTo(noise[8]);
    }

    @Test
    @DisplayName("Hot pixels shine, as many as asked, and the others do not change")
    void shines() {
        float[] noise = drawn(new SensorFaults(0, 0, 0, .01));
        int hot = 0;
        for (float value : noise) {
            assertThat(value).isBetween(0f, 1f);
            hot += value > 0 ? 1 : 0;
        }
        assertThat(hot / (double) noise.length).isCloseTo(.01, within(.001));
    }

    @Test
    @DisplayName("None change nothing")
    void changesNothing() {
        assertThat(drawn(SensorFaults.NONE)).containsOnly(0f);
    }

    @Test
    @DisplayName("They are refused out of their bounds")
    void haveBounds() {
        String times = " (times the noise at a tenth of full light), was 3";
        assertThatThrownBy(() -> new SensorFaults(3, 0, 0, 0))
                .hasMessage("offset of rows of a sensor must be from 0 to 2" + times);
        assertThatThrownBy(() -> new SensorFaults(0, 3, 0, 0))
                .hasMessage("offset of columns of a sensor must be from 0 to 2" + times);
        assertThatThrownBy(() -> new SensorFaults(0, 0, 1, 0))
                .hasMessage("bands of a sensor must be from 0 to 0.99 (correlation of neighbouring lines), was 1");
        assertThatThrownBy(() -> new SensorFaults(0, 0, 0, .2))
                .hasMessage("share of hot pixels must be from 0 to 0.1 (of the pixels), was 0.2");
    }
}
