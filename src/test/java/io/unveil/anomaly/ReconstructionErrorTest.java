package io.unveil.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.BitDepth;
import io.unveil.image.Difference;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The error of a repaired picture")
class ReconstructionErrorTest {
    private static Pixels gray(int width, int height, DoubleBinaryOperator value) {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value.applyAsDouble(i % width, i / width);
        }
        return new Pixels(width, height, 1, values);
    }

    /** Waves and some noise, in whole levels. */
    private static Pixels textured(int channels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[40 * 33 * channels];
        for (int i = 0; i < values.length; i++) {
            int pixel = i / channels;
            double wave = Math.sin(pixel % 40 / 3.0) * Math.cos(pixel / 40 / 5.0);
            values[i] = Math.round(128 + 70 * wave + 40 * (random.nextDouble() - .5)) / 255f;
        }
        return new Pixels(40, 33, channels, values);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is nothing where both are equal, in gray and in colour")
    void equal(ReconstructionError error) {
        for (int channels : new int[] {1, 3}) {
            Pixels picture = textured(channels, 3);
            Pixels map = error.between(picture, picture);
            assertThat(map.size()).isEqualTo(picture.size());
            assertThat(map.channels()).isEqualTo(1);
            for (float value : map.values()) {
                assertThat(value).isCloseTo(0, within(1e-5f));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is highest where the two differ, and nothing far away")
    void place(ReconstructionError error) {
        Pixels flat = gray(96, 80, (x, y) -> .5);
        Pixels spot = gray(96, 80, (x, y) -> Math.hypot(x - 20, y - 60) < 3 ? .9 : .5);
        Pixels map = error.between(spot, flat);
        int highest = 0;
        for (int i = 0; i < map.values().length; i++) {
            highest = map.values()[i] > map.values()[highest] ? i : highest;
        }
        assertThat(Math.hypot(highest % 96 - 20, highest / 96 - 60)).isLessThan(5);
        assertThat(map.values()[10 * 96 + 80]).isCloseTo(0, within(1e-5f));
    }

    @Test
    @DisplayName("squared, is the mean over channels")
    void squared() {
        Pixels given = new Pixels(2, 1, 3, new float[] {.5f, .5f, .5f, 0, 1, 0});
        Pixels repaired = new Pixels(2, 1, 3, new float[] {.5f, .5f, .2f, 1, 1, .5f});
        float[] error =
                ReconstructionError.SQUARED_ERROR.between(given, repaired).values();
        assertThat(error[0]).isCloseTo(.09f / 3, within(1e-6f));
        assertThat(error[1]).isCloseTo(1.25f / 3, within(1e-6f));
    }

    @Test
    @DisplayName("by SSIM, comes on average over whole windows to 1 - SSIM as pictures are measured")
    void ssim() {
        Pixels given = textured(3, 5);
        Pixels repaired = textured(3, 6);
        float[] error = ReconstructionError.SSIM.between(given, repaired).values();
        double sum = 0;
        for (int y = 5; y < 33 - 5; y++) {
            for (int x = 5; x < 40 - 5; x++) {
                sum += error[y * 40 + x];
            }
        }
        double ssim = Difference.between(picture(given), picture(repaired)).ssim();
        assertThat(sum / (30 * 23)).isCloseTo(1 - ssim, within(1e-4));
        assertThat(ssim).isBetween(.2, .95);
    }

    private static Picture picture(Pixels pixels) {
        return Picture.of(pixels, BitDepth.EIGHT, Format.PNG);
    }

    @Test
    @DisplayName("by gradients, does not see an even change of brightness, and sees an edge that is gone on all scales")
    void gradient() {
        Pixels edge = gray(64, 64, (x, y) -> x < 32 ? .2 : .7);
        Pixels brighter = gray(64, 64, (x, y) -> x < 32 ? .3 : .8);
        Pixels flat = gray(64, 64, (x, y) -> .2);
        for (float value : ReconstructionError.GRADIENT.between(edge, brighter).values()) {
            assertThat(value).isCloseTo(0, within(1e-4f));
        }
        // Prewitt's thirds of an edge of .5 give .5 at both of its pixels, whatever the scale: 1 - c / (.25 + c) each.
        float[] gone = ReconstructionError.GRADIENT.between(edge, flat).values();
        assertThat(gone[30 * 64 + 31]).isCloseTo(1 - .0026f / (.25f + .0026f), within(.02f));
        assertThat(gone[30 * 64 + 4]).isCloseTo(0, within(1e-6f));
    }

    @Test
    @DisplayName(
            "by gradients, does without scales that are smaller than eight pixels, and there is one for every picture")
    void smallPictures() {
        Pixels tiny = ReconstructionError.GRADIENT.between(gray(5, 3, (x, y) -> x), gray(5, 3, (x, y) -> 0));
        assertThat(tiny.values()[7]).isGreaterThan(.5f);
    }
}
