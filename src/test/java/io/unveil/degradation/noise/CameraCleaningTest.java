package io.unveil.degradation.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.DrawnPictures;
import io.unveil.degradation.Draws;
import io.unveil.degradation.noise.CameraCleaning.Filter;
import io.unveil.image.Pixels;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A camera's own denoising")
class CameraCleaningTest {
    private static final int SIDE = 200;
    private static final Filter NONE = new Filter(0, 0);
    private static final Pixels FLAT = DrawnPictures.flat(SIDE, SIDE, 3, .5);

    private static Pixels white(int channels) {
        Draws draws = new Draws(5);
        float[] values = new float[SIDE * SIDE * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (.02 * draws.normal());
        }
        return new Pixels(SIDE, SIDE, channels, values);
    }

    /** Along rows, of one channel. */
    private static double correlation(Pixels pixels, int channel, int lag) {
        double product = 0;
        double square = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x + lag < SIDE; x++) {
                float here = pixels.values()[(y * SIDE + x) * pixels.channels() + channel];
                product += here * pixels.values()[(y * SIDE + x + lag) * pixels.channels() + channel];
                square += here * here;
            }
        }
        return product / square;
    }

    /** Root mean square in some columns. */
    private static double strength(Pixels one, int from, int to) {
        return DrawnPictures.deviation(one.region(from, 0, to - from, SIDE));
    }

    @ParameterizedTest(name = "over {0} pixels leaves chroma correlated as a Gaussian filter does: exp(-d^2 / 4 s^2)")
    @ValueSource(doubles = {1.5, 3})
    void leavesWideChroma(double size) {
        CameraCleaning cleaning = new CameraCleaning(NONE, 1, .05, new Filter(size, 0), .4);
        Pixels left = LumaChroma.chroma(cleaning.of(white(3), FLAT));
        for (int lag : new int[] {1, 2, 4}) {
            double expected = Math.exp(-lag * lag / (4 * size * size));
            assertThat(correlation(left, 0, lag)).isCloseTo(expected, within(.05));
        }
    }

    @Test
    @DisplayName("leaves the wide part of the noise beside the fine, in the ratio asked for")
    void leavesBlotches() {
        Pixels white = white(1);
        Pixels fine = new Filter(1, 0).of(white);
        Pixels wide = new Filter(1, .5).of(white).less(fine);
        assertThat(DrawnPictures.deviation(wide) / DrawnPictures.deviation(fine))
                .isCloseTo(.5, within(.02));
        assertThat(correlation(wide, 0, 4)).isCloseTo(Math.exp(-16 / 36.), within(.08)); // of three pixels
    }

    @Test
    @DisplayName("keeps the luma as it was where all of it is kept, and the chroma at its share of it")
    void keepsLuma() {
        CameraCleaning cleaning = new CameraCleaning(new Filter(1, 0), 1, .05, new Filter(2, 0), .3);
        Pixels white = white(3);
        Pixels left = cleaning.of(white, FLAT);
        double before = DrawnPictures.deviation(LumaChroma.luma(white));
        assertThat(DrawnPictures.deviation(LumaChroma.luma(left))).isCloseTo(before, within(before / 1000));
        assertThat(DrawnPictures.deviation(LumaChroma.chroma(left))).isCloseTo(.3 * before, within(before / 100));
    }

    @Test
    @DisplayName("leaves more luma noise at edges: as much as the gradient says")
    void leavesMoreAtEdges() {
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            int x = i % SIDE;
            values[i] = x < 100 ? .2f : .2f + .006f * (x - 99); // flat, then a slope
        }
        Pixels clean = new Pixels(SIDE, SIDE, 1, values);
        CameraCleaning cleaning = new CameraCleaning(new Filter(1, 0), 0, .006, new Filter(2, 0), .3);
        Pixels white = white(1);
        Pixels left = cleaning.of(white, clean);
        double all = DrawnPictures.deviation(white);
        // G leaves .2821 of white noise, and of one sample .1592; with e = 1/2: variance (1/4)(1 + 2 x .1592 + .0796)
        assertThat(strength(left, 4, 94) / all).isCloseTo(.2821, within(.02));
        assertThat(strength(left, 106, 194) / all).isCloseTo(Math.sqrt((1 + 2 * .1592 + .0796) / 4), within(.02));
    }

    @Test
    @DisplayName("takes no noise for none")
    void leavesNothingOfNothing() {
        Pixels none = DrawnPictures.flat(SIDE, SIDE, 3, 0);
        CameraCleaning cleaning = new CameraCleaning(new Filter(1, .5), 0, .05, new Filter(2, .5), .4);
        assertThat(cleaning.of(none, FLAT).values()).containsOnly(0f);
    }

    @Test
    @DisplayName("is refused out of its bounds")
    void hasBounds() {
        assertThatThrownBy(() -> new Filter(9, 0))
                .hasMessage("size of a camera's filter must be from 0 to 8 (pixels), was 9");
        assertThatThrownBy(() -> new Filter(1, -1))
                .hasMessage("wide noise that a camera leaves must be from 0 to 2 (times the finer noise), was -1");
        assertThatThrownBy(() -> new CameraCleaning(NONE, 2, .1, NONE, .4))
                .hasMessage("luma noise that a camera leaves must be from 0 to 1 (share), was 2");
        assertThatThrownBy(() -> new CameraCleaning(NONE, 0, 0, NONE, .4))
                .hasMessageStartingWith("gradient of edges for a camera must be from 0.001 to 1");
        assertThatThrownBy(() -> new CameraCleaning(NONE, 0, .1, NONE, 3))
                .hasMessage("chroma noise that a camera leaves must be from 0 to 2 (times that of luma), was 3");
    }
}
