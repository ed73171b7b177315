package io.unveil.degradation.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.DrawnPictures;
import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Sharpening and brightness of a camera's noise")
class CameraFinishTest {
    private static Pixels white() {
        Draws draws = new Draws(5);
        float[] values = new float[200 * 200];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (.02 * draws.normal());
        }
        return new Pixels(200, 200, 1, values);
    }

    @Test
    @DisplayName("Sharpening makes white noise stronger by what an unsharp mask does")
    void sharpens() {
        Pixels white = white();
        Pixels sharp = new CameraFinish(1, 1, 1).of(white, DrawnPictures.flat(200, 200, 1, .5));
        // G leaves a variance of .0796, and .1592 of a sample itself: 2^2 - 2 x 2 x .1592 + .0796
        double expected = Math.sqrt(4 - 4 * .1592 + .0796);
        assertThat(DrawnPictures.deviation(sharp) / DrawnPictures.deviation(white))
                .isCloseTo(expected, within(.02));
    }

    @Test
    @DisplayName("Sharpening leaves colours as they are")
    void sharpensLumaAlone() {
        float[] values = new float[200 * 200 * 3];
        float[] from = white().values();
        for (int i = 0; i < from.length; i++) {
            values[3 * i] = from[i];
        }
        Pixels red = new Pixels(200, 200, 3, values);
        Pixels sharp = new CameraFinish(1, 1, 1).of(red, DrawnPictures.flat(200, 200, 3, .5));
        float[] before = LumaChroma.chroma(red).values();
        float[] after = LumaChroma.chroma(sharp).values();
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isCloseTo(before[i], within(1e-6f));
        }
        assertThat(sharp.values()).isNotEqualTo(red.values());
    }

    @ParameterizedTest(name = "at a brightness of {0} noise is multiplied by {1}")
    @CsvSource({"0, .4", ".125, .7", ".25, 1", ".625, .8", "1, .6"})
    void scalesByBrightness(double brightness, double factor) {
        Pixels white = white();
        Pixels scaled = new CameraFinish(0, .4, .6).of(white, DrawnPictures.flat(200, 200, 1, brightness));
        assertThat(DrawnPictures.deviation(scaled) / DrawnPictures.deviation(white))
                .isCloseTo(factor, within(1e-4));
    }

    @Test
    @DisplayName("are refused out of their bounds")
    void haveBounds() {
        assertThatThrownBy(() -> new CameraFinish(4, 1, 1))
                .hasMessage("sharpening of a camera must be from 0 to 3 (times the fine noise), was 4");
        assertThatThrownBy(() -> new CameraFinish(0, -1, 1))
                .hasMessage(
                        "noise of a camera at black must be from 0 to 2 (times that at a quarter of white), was -1");
        assertThatThrownBy(() -> new CameraFinish(0, 1, 3))
                .hasMessage("noise of a camera at white must be from 0 to 2 (times that at a quarter of white), was 3");
    }
}
