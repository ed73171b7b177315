package io.unveil.pipeline.fill;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.image.Source;
import java.util.Arrays;

/**
 * A picture with a hole at half its size: a pixel is the mean of those of its four that are known, and belongs to the
 * hole only if all four do. So holes shrink from level to level, and wide ones become narrow.
 */
record HalvedHole(Pixels picture, Mask hole) {
    /** Of width (w + 1) / 2 and height (h + 1) / 2; reads two rows at a time. */
    static HalvedHole of(Source whole, Mask hole) {
        Size size = new Size((whole.size().width() + 1) / 2, (whole.size().height() + 1) / 2);
        float[] means = new float[size.width() * size.height() * whole.channels()];
        int[] known = new int[size.width()];
        boolean[] missing = new boolean[size.width() * size.height()];
        for (int y = 0; y < size.height(); y++) {
            int at = y * size.width();
            Arrays.fill(known, 0);
            for (int row = 2 * y; row < Math.min(whole.size().height(), 2 * y + 2); row++) {
                add(whole, hole, row, means, at * whole.channels(), known);
            }
            for (int x = 0; x < size.width(); x++) {
                missing[at + x] = known[x] == 0;
                for (int c = 0; c < whole.channels() && known[x] > 0; c++) {
                    means[(at + x) * whole.channels() + c] /= known[x];
                }
            }
        }
        return new HalvedHole(
                new Pixels(size.width(), size.height(), whole.channels(), means),
                Mask.of(size, (x, y) -> missing[y * size.width() + x]));
    }

    private static void add(Source whole, Mask hole, int row, float[] sums, int at, int[] known) {
        int channels = whole.channels();
        float[] values = whole.region(0, row, whole.size().width(), 1).values();
        for (int x = 0; x < whole.size().width(); x++) {
            if (!hole.at(x, row)) {
                known[x / 2]++;
                for (int c = 0; c < channels; c++) {
                    sums[at + x / 2 * channels + c] += values[x * channels + c];
                }
            }
        }
    }

    /** A picture whose hole is filled from another of its size. */
    static Pixels patched(Pixels picture, Mask hole, Pixels patch) {
        float[] values = picture.values().clone();
        int channels = picture.channels();
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (hole.at(x, y)) {
                    int at = (y * picture.width() + x) * channels;
                    System.arraycopy(patch.values(), at, values, at, channels);
                }
            }
        }
        return new Pixels(picture.width(), picture.height(), channels, values);
    }
}
