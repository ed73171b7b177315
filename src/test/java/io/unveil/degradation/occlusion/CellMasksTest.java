package io.unveil.degradation.occlusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.Mask;
import io.unveil.image.Size;
import org.junit.jupiter.api.Test;

class CellMasksTest {
    private static final Size SIZE = new Size(50, 37);

    @Test
    void theSetsTogetherHoldEveryPixelOnce() {
        for (CellMasks cells : CellMasks.ALL) {
            Mask all = Mask.of(SIZE, (x, y) -> false);
            long count = 0;
            for (int set = 0; set < CellMasks.SETS; set++) {
                Mask one = cells.set(SIZE, set, 7);
                count += one.count();
                all = all.union(one);
            }
            assertThat(all.isFull()).isTrue();
            assertThat(count).isEqualTo(SIZE.pixels());
        }
    }

    @Test
    void aSquareIsHiddenWholeOrNotAtAll() {
        Mask mask = new CellMasks(8).set(SIZE, 0, 7);

        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                assertThat(mask.at(x, y)).isEqualTo(mask.at(x / 8 * 8, y / 8 * 8));
            }
        }
        assertThat(mask.coverage()).isBetween(0.1, 0.6);
    }
}
