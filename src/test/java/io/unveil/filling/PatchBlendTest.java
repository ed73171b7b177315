package io.unveil.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Blending what patches copy")
class PatchBlendTest {
    private static final int SIDE = 64;
    private static final float A = .003f; // of the equation

    @Test
    @DisplayName("solves its equation: flat matches pull a white vote towards the gray rim, to a level of 255")
    void solvesItsEquation() {
        PatchLevel level = whiteHoleInGray();
        blend(level);
        assertThat(value(level, 32, 32)).isBetween(.5f, .95f);
        for (int y = 17; y < 47; y++) {
            for (int x = 17; x < 47; x++) {
                float mean = (value(level, x - 1, y)
                                + value(level, x + 1, y)
                                + value(level, x, y - 1)
                                + value(level, x, y + 1))
                        / 4;
                assertThat((mean + A) / (1 + A)).isCloseTo(value(level, x, y), within(1f / 255));
            }
        }
    }

    @Test
    @DisplayName("does not change other channels, nor known pixels")
    void leavesTheRest() {
        PatchLevel level = whiteHoleInGray();
        float[] before = level.values().clone();
        blend(level);
        for (int i = 0; i < level.hole().length; i++) {
            assertThat(level.values()[2 * i + 1]).isEqualTo(before[2 * i + 1]);
            if (!level.hole()[i]) {
                assertThat(level.values()[2 * i]).isEqualTo(before[2 * i]);
            }
        }
    }

    private static void blend(PatchLevel level) {
        PatchField field = new PatchField(level, Interruption.none());
        field.matchAtRandom(new SplittableRandom(1));
        field.measure();
        new PatchBlend(field, 1).blend();
    }

    /** A colour and another channel. The one known white pixel, of no known patch, lets white be. */
    private static PatchLevel whiteHoleInGray() {
        boolean[] hole = new boolean[SIDE * SIDE];
        boolean[] unknown = new boolean[SIDE * SIDE];
        float[] values = new float[SIDE * SIDE * 2];
        for (int i = 0; i < hole.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            hole[i] = x >= 16 && x < 48 && y >= 16 && y < 48;
            unknown[i] = hole[i] || i == SIDE + 1;
            values[2 * i] = hole[i] || i == 0 ? 1 : .2f;
            values[2 * i + 1] = i % 7 / 7f;
        }
        return new PatchLevel(values, hole, unknown, SIDE, SIDE, 2);
    }

    private static float value(PatchLevel level, int x, int y) {
        return level.values()[(y * SIDE + x) * 2];
    }
}
