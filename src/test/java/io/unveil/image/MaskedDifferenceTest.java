package io.unveil.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedDifferenceTest {
    private static Picture flat(int level) {
        float[] values = new float[20 * 10];
        java.util.Arrays.fill(values, level / 255f);
        return Picture.of(new Pixels(20, 10, 1, values), BitDepth.EIGHT, Format.PNG);
    }

    private static Picture painted(Picture picture, List<Rectangle> parts) {
        Retouching canvas = new Retouching(picture, false);
        for (Rectangle part : parts) {
            float[] values = new float[part.width() * part.height() * picture.channels()];
            float[] weights = new float[part.width() * part.height()];
            java.util.Arrays.fill(values, .7f);
            java.util.Arrays.fill(weights, 1);
            canvas.paint(
                    part,
                    new Pixels(part.width(), part.height(), picture.channels(), values),
                    new Pixels(part.width(), part.height(), 1, weights));
        }
        return canvas.picture();
    }

    @Test
    void insideAndOutsideAreMeasuredApart() {
        Mask left = Mask.of(new Size(20, 10), (x, y) -> x < 5);
        Picture half = painted(flat(100), List.of(Rectangle.between(0, 0, 5, 10)));
        MaskedDifference error = MaskedDifference.between(flat(102), half, left);
        double inside = Math.round(.7 * 255) - 102.;
        assertThat(error.inside().mae()).isCloseTo(inside, within(1e-4));
        assertThat(error.inside().mse()).isCloseTo(inside * inside, within(1e-2));
        assertThat(error.outside().mae()).isCloseTo(2, within(1e-4));
        assertThat(error.outside().psnr()).isCloseTo(20 * Math.log10(255 / 2.), within(1e-4));
        assertThat(error.whole().mae()).isCloseTo(inside / 4 + 2 * .75, within(1e-4));
        assertThat(MaskedDifference.inside(flat(102), half, left)).isEqualTo(error.inside());
    }

    @Test
    void whereNothingDiffersPsnrIsInfiniteAndAnEmptyShareHasNoError() {
        MaskedDifference error = MaskedDifference.between(flat(9), flat(9), Mask.of(new Size(20, 10), (x, y) -> false));
        assertThat(error.inside()).isEqualTo(new MaskedDifference.Share(0, 0, Double.POSITIVE_INFINITY));
        assertThat(error.outside().psnr()).isInfinite();
        assertThat(error.whole().ssim()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"90, 80", "90, 9", "8, 90", "31, 31"})
    void lookingAtWhatChangedAloneGivesTheFiguresOfTheWhole(int width, int height) {
        Picture before = Drawn.picture(width, height, 3, BitDepth.EIGHT, false);
        List<Rectangle> parts = List.of(new Rectangle(1, 2, 5, 4), new Rectangle(width - 2, height - 3, 2, 3));
        Picture after = painted(before, parts);
        Mask hole = Mask.of(
                before.size(), (x, y) -> parts.stream().anyMatch(part -> part.touches(new Rectangle(x, y, 1, 1))));
        MaskedDifference changed = MaskedDifference.between(before, after, hole, parts);
        Difference whole = Difference.between(before, after);
        assertThat(changed.whole().mse()).isCloseTo(whole.mse(), within(1e-9));
        assertThat(changed.whole().mae()).isCloseTo(whole.mae(), within(1e-9));
        assertThat(changed.whole().psnr()).isCloseTo(whole.psnr(), within(1e-9));
        assertThat(changed.whole().ssim()).isCloseTo(whole.ssim(), within(1e-9)).isLessThan(.999);
        assertThat(changed.outside().psnr()).isInfinite();
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() {
        Mask small = Mask.of(new Size(3, 3), (x, y) -> true);
        assertThatThrownBy(() -> MaskedDifference.between(flat(1), flat(2), small))
                .hasMessage("the mask is 3 x 3 pixels, the pictures 20 x 10");
    }
}
