package io.unveil.degradation.occlusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.degradation.Draws;
import io.unveil.image.Mask;
import io.unveil.image.Size;
import org.junit.jupiter.api.Test;

/** Bars and glasses: the things that hide blobs, clothes and faces. */
class BrushesTest {
    private static final Size SIZE = new Size(92, 112);

    private static Mask once(Brush brush, long seed) {
        Canvas canvas = new Canvas(SIZE);
        brush.draw(canvas, new Draws(seed), 0.5);
        return canvas.mask();
    }

    @Test
    void aBarReachesFromBorderToBorderUprightOrLevel() {
        int upright = 0;
        int level = 0;
        for (long seed = 0; seed < 40; seed++) {
            Mask bar = once(new BarBrush(), seed);
            long columns = 0;
            long rows = 0;
            for (int x = 0; x < SIZE.width(); x++) {
                columns += bar.at(x, 0) && bar.at(x, 60) && bar.at(x, SIZE.height() - 1) ? 1 : 0;
            }
            for (int y = 0; y < SIZE.height(); y++) {
                rows += bar.at(0, y) && bar.at(50, y) && bar.at(SIZE.width() - 1, y) ? 1 : 0;
            }
            assertThat(bar.count()).isEqualTo(columns > 0 ? columns * SIZE.height() : rows * SIZE.width());
            assertThat(Math.max(columns, rows)).isBetween(1L, 20L);
            upright += columns > 0 ? 1 : 0;
            level += rows > 0 ? 1 : 0;
        }
        assertThat(upright).isBetween(10, 30);
        assertThat(level).isEqualTo(40 - upright);
    }

    @Test
    void glassesAreTwoLensesBesideABridge() {
        Canvas canvas = new Canvas(new Size(400, 400));
        for (long seed = 0; seed < 30; seed++) {
            Canvas one = new Canvas(new Size(400, 400));
            new GlassesBrush().draw(one, new Draws(seed), 1);
            assertThat(one.count()).isBetween(0, 16_000);
            canvas = one.count() > canvas.count() ? one : canvas;
        }
        Mask widest = canvas.mask();
        int left = 400;
        int right = 0;
        int top = 400;
        int bottom = 0;
        for (int i = 0; i < 160_000; i++) {
            if (widest.at(i % 400, i / 400)) {
                left = Math.min(left, i % 400);
                right = Math.max(right, i % 400);
                top = Math.min(top, i / 400);
                bottom = Math.max(bottom, i / 400);
            }
        }
        assertThat(right - left).isBetween(100, 190);
        assertThat(right - left).isGreaterThan(2 * (bottom - top) * 3 / 4);
    }

    @Test
    void theyAreDrawnByTheirWordsToTheirUsualCoverage() {
        for (String word : new String[] {"bars", "glasses"}) {
            Mask mask = Occlusion.parse(word).draw(SIZE, 3);
            assertThat((double) mask.count() / SIZE.pixels()).as(word).isBetween(0.05, 0.5);
            assertThat(mask.count())
                    .isEqualTo(Occlusion.parse(word).draw(SIZE, 3).count());
        }
    }
}
