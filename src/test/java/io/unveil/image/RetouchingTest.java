package io.unveil.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is painted over, and above all what is not. */
class RetouchingTest {
    private static Pixels constant(Rectangle part, int channels, float value) {
        float[] values = new float[part.width() * part.height() * channels];
        Arrays.fill(values, value);
        return new Pixels(part.width(), part.height(), channels, values);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatHasWeightChangesAndTheInputNeverDoes(BitDepth depth) {
        Picture before = Drawn.picture(40, 30, 3, depth, true);
        short[] samples = before.samples().clone();
        Random random = new Random(1);
        Mask hole = Mask.of(before.size(), (x, y) -> random.nextInt(4) == 0);
        Rectangle part = Rectangle.between(5, 7, 33, 22);
        Retouching canvas = new Retouching(before, false);
        canvas.paint(part, constant(part, 3, .5f), hole.weights(part, 0));
        Picture after = canvas.picture();
        int gray = Math.round(.5f * depth.white());
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                boolean painted = hole.at(x, y) && part.touches(new Rectangle(x, y, 1, 1));
                for (int c = 0; c < 3; c++) {
                    assertThat(after.level(x, y, c)).isEqualTo(painted ? gray : before.level(x, y, c));
                }
            }
        }
        assertThat(after.alpha()).isEqualTo(before.alpha());
        assertThat(before.samples()).isEqualTo(samples);
    }

    @Test
    void weightsBetweenMixAndValuesAreClipped() {
        Picture black = Picture.of(new Pixels(3, 1, 1, new float[3]), BitDepth.EIGHT, Format.PNG);
        Retouching canvas = new Retouching(black, false);
        canvas.paint(
                Rectangle.of(black.size()),
                new Pixels(3, 1, 1, new float[] {7, .8f, -1}),
                new Pixels(3, 1, 1, new float[] {1, .25f, 1}));
        Picture after = canvas.picture();
        assertThat(new int[] {after.level(0, 0, 0), after.level(1, 0, 0), after.level(2, 0, 0)})
                .containsExactly(255, 51, 0);
    }

    @Test
    void paintedPixelsBecomeOpaqueWhereRequested() {
        Picture before = Drawn.picture(20, 20, 1, BitDepth.EIGHT, true);
        Mask clear = Mask.ofTransparent(before);
        Retouching canvas = new Retouching(before, true);
        Rectangle all = Rectangle.of(before.size());
        canvas.paint(all, constant(all, 1, .5f), clear.weights(all, 0));
        short[] after = canvas.picture().alpha().orElseThrow();
        for (int i = 0; i < after.length; i++) {
            assertThat(after[i])
                    .isEqualTo(
                            clear.at(i % 20, i / 20)
                                    ? (short) 255
                                    : before.alpha().orElseThrow()[i]);
        }
        assertThat(clear.isEmpty()).isFalse();
    }
}
