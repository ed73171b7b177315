package io.unveil.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Push-pull")
class PushPullTest {
    /**
     * Two coarse pixels: the left one is the mean of its two known pixels, .3, the right one of four, .7. The missing
     * pixels at x = 0 take .3 from the left (beyond the border it is repeated); the one at x = 1 would take a quarter
     * from the right.
     */
    @Test
    @DisplayName("interpolates the means of the coarser level, worked out by hand")
    void interpolatesMeans() {
        Pixels picture = new Pixels(4, 2, 1, new float[] {9, .2f, .6f, .8f, 9, .4f, .6f, .8f});
        Mask left = FillPictures.rectangle(picture.size(), 0, 0, 1, 2);
        assertThat(new PushPull(Interruption.none()).fill(picture, left).values())
                .containsExactly(values(.3, .2, .6, .8, .3, .4, .6, .8), within(1e-6f));
        Pixels second = new Pixels(4, 2, 1, new float[] {.2f, 9, .6f, .8f, .4f, 9, .6f, .8f});
        Mask inner = FillPictures.rectangle(picture.size(), 1, 0, 1, 2);
        assertThat(new PushPull(Interruption.none()).fill(second, inner).values())
                .containsExactly(values(.2, .4, .6, .8, .4, .4, .6, .8), within(1e-6f));
    }

    @Test
    @DisplayName("takes its averages from the whole picture, not only from the rim")
    void looksFurtherThanTheRim() {
        Pixels picture = FillPictures.picture(64, 64, 1, (x, y) -> x < 12 ? 1 : 0);
        Mask hole = FillPictures.rectangle(picture.size(), 14, 20, 36, 24);
        assertThat(new PushPull(Interruption.none()).fill(picture, hole).values()[32 * 64 + 16])
                .isGreaterThan(.05f);
    }

    private static float[] values(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
