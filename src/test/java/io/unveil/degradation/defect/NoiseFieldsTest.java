package io.unveil.degradation.defect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.Draws;
import io.unveil.image.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Noise fields")
class NoiseFieldsTest {
    private static final Size SIZE = new Size(96, 70);
    private static final NoiseFields FIELDS = new NoiseFields(SIZE, new Draws(1));

    @Test
    @DisplayName("have mean 0 and deviation 1, over many pieces")
    void areStandard() {
        double sum = 0;
        double squares = 0;
        for (int piece = 0; piece < 400; piece++) {
            NoiseFields.Field field = FIELDS.piece(SIZE, new Draws(piece));
            for (int i = 0; i < 100; i++) {
                double value = field.at(i * 7 % 96, i * 11 % 70);
                sum += value / 40_000;
                squares += value * value / 40_000;
            }
        }
        assertThat(sum).isCloseTo(0, within(.1));
        assertThat(squares).isCloseTo(1, within(.1));
    }

    @Test
    @DisplayName(
            "are smooth, from fine to coarse: neighbours differ little, in some fields by a tenth of what they do in others")
    void areSmooth() {
        double least = 9;
        double most = 0;
        for (int piece = 0; piece < 200; piece++) {
            NoiseFields.Field field = FIELDS.piece(SIZE, new Draws(piece));
            double step = 0;
            for (int i = 0; i < 94 * 70; i++) {
                step += Math.abs(field.at(i % 94 + 1, i / 94) - field.at(i % 94, i / 94)) / (94 * 70);
            }
            least = Math.min(least, step);
            most = Math.max(most, step);
        }
        assertThat(most).isLessThan(.6);
        assertThat(least).isLessThan(most / 10);
    }

    @Test
    @DisplayName("are cut in eight symmetries, wide pieces from high ones too")
    void areTurned() {
        boolean[] rows = new boolean[2];
        boolean[] columns = new boolean[2];
        for (int piece = 0; piece < 60; piece++) {
            NoiseFields.Field field = FIELDS.piece(SIZE, new Draws(piece));
            assertThat(field.at(95, 69)).isFinite(); // the far corner lies on the page
            boolean swapped = Math.abs(field.right()) > 1;
            rows[swapped ? 1 : 0] = true;
            columns[field.right() > 0 ? 1 : 0] = true;
        }
        assertThat(rows).containsOnly(true);
        assertThat(columns).containsOnly(true);
    }
}
