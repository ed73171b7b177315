package io.unveil.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import io.unveil.image.Size;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Patch completion")
class PatchCompletionTest {
    private static final Size SIZE = new Size(120, 100);
    private static final Mask HOLE = FillPictures.rectangle(SIZE, 45, 30, 34, 40);
    private final Fill exemplar = new PatchCompletion(new HarmonicFill(), 1, Interruption.none());

    @Test
    @DisplayName("goes on with a pattern through a hole that a smooth fill makes gray")
    void continuesAPattern() {
        Pixels tiles = FillPictures.picture(120, 100, 3, (x, y) -> x % 8 < 4 ^ y % 10 < 3 ? .7 : .1);
        Pixels filled = exemplar.fill(FillPictures.withRubbish(tiles, HOLE), HOLE);
        double smooth = FillPictures.difference(new HarmonicFill().fill(tiles, HOLE), tiles);
        assertThat(FillPictures.difference(filled, tiles)).isLessThan(smooth / 5);
    }

    @Test
    @DisplayName("carries an edge straight across")
    void continuesAnEdge() {
        Pixels edge = FillPictures.picture(120, 100, 1, (x, y) -> 2 * y - x > 40 ? .8 : .2);
        Pixels filled = exemplar.fill(FillPictures.withRubbish(edge, HOLE), HOLE);
        int wrong = 0;
        for (int i = 0; i < filled.values().length; i++) {
            wrong += Math.abs(filled.values()[i] - edge.values()[i]) > .3 ? 1 : 0;
        }
        assertThat(wrong).isLessThan(34); // a pixel to the column
    }

    @Test
    @DisplayName("is as rough in the hole as around it")
    void keepsTheTexture() {
        Pixels grass = FillPictures.noise(120, 100, 1, 5);
        double around = roughness(grass, HOLE, false);
        assertThat(roughness(exemplar.fill(grass, HOLE), HOLE, true)).isCloseTo(around, within(.25 * around));
        assertThat(roughness(new HarmonicFill().fill(grass, HOLE), HOLE, true)).isLessThan(.2 * around);
    }

    @Test
    @DisplayName("leaves no step at the rim, where what it copies is brighter or darker than the rim")
    void leavesNoStepAtTheRim() {
        Pixels sky = FillPictures.picture(120, 100, 1, (x, y) -> .2 + .006 * y + .002 * ((7 * x + 3 * y * y) % 11));
        float[] filled = exemplar.fill(sky, HOLE).values();
        for (int x = 45; x < 79; x++) {
            for (int y : new int[] {30, 70}) { // across the upper and the lower rim
                assertThat(filled[y * 120 + x] - filled[(y - 1) * 120 + x]).isBetween(-.04f, .05f);
            }
        }
    }

    @Test
    @DisplayName("gives equal bits for equal seeds, and another picture for another seed")
    void followsTheSeed() {
        Pixels picture = FillPictures.noise(120, 100, 3, 2);
        float[] first = exemplar.fill(picture, HOLE).values();
        assertThat(new PatchCompletion(new HarmonicFill(), 1, Interruption.none())
                        .fill(picture, HOLE)
                        .values())
                .isEqualTo(first);
        assertThat(new PatchCompletion(new HarmonicFill(), 2, Interruption.none())
                        .fill(picture, HOLE)
                        .values())
                .isNotEqualTo(first);
    }

    @Test
    @DisplayName("hears its start, where the rim leaves a choice")
    void hearsItsStart() {
        Pixels picture = FillPictures.noise(120, 100, 1, 2);
        Fill white = (start, hole) -> flat(start, hole, 1);
        Fill black = (start, hole) -> flat(start, hole, 0);
        assertThat(mean(new PatchCompletion(white, 1, Interruption.none()).fill(picture, HOLE)))
                .isGreaterThan(mean(new PatchCompletion(black, 1, Interruption.none()).fill(picture, HOLE)));
    }

    @Test
    @DisplayName("works on each hole by itself: another one far away changes nothing")
    void separatesHoles() {
        Pixels picture = FillPictures.noise(400, 90, 1, 3);
        Mask left = FillPictures.rectangle(picture.size(), 20, 30, 20, 20);
        Mask both = Mask.of(picture.size(), (x, y) -> left.at(x, y) || x > 350 && x < 370 && y > 20 && y < 60);
        float[] alone = exemplar.fill(picture, left).values();
        float[] together = exemplar.fill(picture, both).values();
        for (int y = 0; y < 90; y++) {
            assertThat(Arrays.copyOfRange(together, y * 400, y * 400 + 200))
                    .isEqualTo(Arrays.copyOfRange(alone, y * 400, y * 400 + 200));
        }
    }

    @Test
    @DisplayName("takes a group that stretches over a large photograph in blocks, which hold each of its pixels once")
    void worksInBlocks() {
        List<Rectangle> blocks = PatchCompletion.blocks(new Rectangle(100, 7, 3899, 1500));
        assertThat(blocks).allSatisfy(block -> {
            assertThat(block.width()).isLessThan(1536);
            assertThat(block.height()).isLessThan(1536);
        });
        assertThat(blocks.stream().mapToLong(block -> block.size().pixels()).sum())
                .isEqualTo(3899L * 1500);
        assertThat(blocks.stream().reduce(Rectangle::hull)).hasValue(new Rectangle(100, 7, 3899, 1500));
        assertThat(PatchCompletion.blocks(new Rectangle(5, 6, 700, 1400)))
                .containsExactly(new Rectangle(5, 6, 700, 1400));
    }

    @Test
    @DisplayName("does not copy from another hole nearby")
    void copiesNothingUnknown() {
        Pixels picture = FillPictures.picture(120, 100, 1, (x, y) -> (x + y) % 5 < 2 ? .3 : .4);
        Mask both = Mask.of(SIZE, (x, y) -> HOLE.at(x, y) || x >= 100 && y < 60);
        Fill white = (start, hole) -> flat(start, hole, 1); // the start of both holes is white
        Pixels filled = new PatchCompletion(white, 1, Interruption.none()).fill(picture, both);
        for (int y = 30; y < 70; y++) {
            for (int x = 45; x < 79; x++) {
                assertThat(filled.values()[y * 120 + x]).isLessThan(.45f);
            }
        }
    }

    @Test
    @DisplayName("leaves its start where there is no known patch to copy")
    void leavesTheStartWithoutSources() {
        Pixels small = FillPictures.noise(6, 6, 1, 1);
        Mask hole = FillPictures.rectangle(small.size(), 2, 2, 2, 2);
        assertThat(exemplar.fill(small, hole).values())
                .isEqualTo(new HarmonicFill().fill(small, hole).values());
    }

    /** Mean absolute difference to the right, of pixels within the mask or outside of it. */
    private static double roughness(Pixels picture, Mask mask, boolean within) {
        double sum = 0;
        int count = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 1; x < picture.width(); x++) {
                if (mask.at(x, y) == within && mask.at(x - 1, y) == within) {
                    sum += Math.abs(
                            picture.values()[y * picture.width() + x] - picture.values()[y * picture.width() + x - 1]);
                    count++;
                }
            }
        }
        return sum / count;
    }

    private static Pixels flat(Pixels picture, Mask hole, float value) {
        float[] values = picture.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = hole.at(i % picture.width(), i / picture.width()) ? value : values[i];
        }
        return new Pixels(picture.width(), picture.height(), 1, values);
    }

    private static double mean(Pixels picture) {
        double sum = 0;
        for (float value : picture.values()) {
            sum += value;
        }
        return sum / picture.values().length;
    }
}
