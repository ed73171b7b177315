package io.unveil.degradation.defect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.DrawnPictures;
import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import io.unveil.image.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A defect laid over a picture")
class OverlayTest {
    private static final double SPREAD = .1;
    private static final Size SIZE = new Size(12, 10);

    /** Four by four pixels, hard, at (4, 3). */
    private static SoftMask square() {
        SoftMask mask = new SoftMask(SIZE);
        mask.rectangle(6, 5, 4, 4, 0, 1);
        return mask;
    }

    /** Every second column lies a contrast above the middle, the others below. */
    private static Pixels striped(double contrast, int channels) {
        float[] values = new float[12 * 10 * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (.5 + (i / channels % 2 == 0 ? contrast : -contrast));
        }
        return new Pixels(12, 10, channels, values);
    }

    private static Overlay overlay(Pixels picture, double change, double opacity) {
        SoftMask mask = square();
        Rectangle box = mask.box().orElseThrow();
        float[] values = picture.region(box).values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) change;
        }
        return new Overlay(
                picture, mask, box, new Pixels(box.width(), box.height(), picture.channels(), values), opacity);
    }

    @ParameterizedTest(name = "on a ground of {0} in {3} channels, changed by {1} at opacity {2}: is seen, {4}")
    @CsvSource({
        "0,   .0401, 1,  1, true", // .4 of the spread
        "0,   .0399, 1,  1, false",
        "0,  -.0401, 1,  1, true", // darker is a change too
        "0,   .0801, .5, 1, true", // half as opaque, half the change
        "0,   .0799, .5, 1, false",
        "0,   .0401, 1,  3, true", // the mean over the channels
        "0,   .0399, 1,  3, false",
        ".1,  .1501, 1,  1, true", // 16 pixels must stand out by 1/2 + 4 / sqrt(16) of what is there
        ".1,  .1499, 1,  1, false",
        ".1,  .1501, 1,  3, true",
        ".1,  .1499, 1,  3, false",
        ".02, .0401, 1,  1, true", // a calm ground asks for no more than a flat one
    })
    void isSeenByTheRule(double ground, double change, double opacity, int channels, boolean seen) {
        assertThat(overlay(striped(ground, channels), change, opacity).isVisible(SPREAD))
                .isEqualTo(seen);
    }

    @Test
    @DisplayName("is not seen for what clipping takes away")
    void isSeenAfterClipping() {
        Pixels white = DrawnPictures.flat(12, 10, 1, .99);
        assertThat(overlay(white, .5, 1).isVisible(SPREAD)).isFalse();
        assertThat(overlay(white, -.5, 1).isVisible(SPREAD)).isTrue();
        assertThat(overlay(white, .5, 1).drawn().values()[5 * 12 + 6]).isEqualTo(1);
    }

    @Test
    @DisplayName("has the given opacity inside, and changes nothing outside")
    void blends() {
        Pixels ground = striped(.1, 3);
        float[] drawn = overlay(ground, .2, .5).drawn().values();
        for (int i = 0; i < drawn.length; i++) {
            int x = i / 3 % 12;
            int y = i / 3 / 12;
            boolean inside = x >= 4 && x < 8 && y >= 3 && y < 7;
            assertThat(drawn[i] - ground.values()[i]).isCloseTo(inside ? .1f : 0, within(1e-6f));
        }
    }

    @Test
    @DisplayName("takes the share of a soft edge")
    void blendsSoftly() {
        SoftMask soft = new SoftMask(SIZE);
        soft.rectangle(6, 5, 4, 4, 0, 4);
        Rectangle box = soft.box().orElseThrow();
        Pixels black = DrawnPictures.flat(12, 10, 1, 0);
        Pixels white = DrawnPictures.flat(box.width(), box.height(), 1, 1);
        float[] drawn = new Overlay(black, soft, box, white, 1).drawn().values();
        assertThat(drawn[5 * 12 + 3]).isEqualTo(.375f);
        assertThat(drawn[5 * 12 + 4]).isEqualTo(.625f);
    }
}
