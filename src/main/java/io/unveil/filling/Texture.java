package io.unveil.filling;

/**
 * How rough a picture is around each pixel: the mean absolute differences to the right and downwards over a square,
 * known pixels only. Patches are compared by these too; otherwise a smooth start would be matched with any smooth place
 * (Newson et al. 2017, section 2.4).
 */
final class Texture {
    static final int CHANNELS = 2;
    private static final float WEIGHT = 8; // by eye, of 3 to 12: below, meadows become lawns; above, colours go astray
    private static final int RADIUS = 8;

    private final int width;
    private final int height;
    private final double[]
            sums; // differences across, differences down and the count of known ones, summed above and left of each
    // pixel corner

    private Texture(int width, int height) {
        this.width = width;
        this.height = height;
        this.sums = new double[(width + 1) * (height + 1) * 3];
    }

    /** Two values a pixel, already weighted against colours; in the hole they continue smoothly. */
    static float[] of(
            float[] values, boolean[] unknown, int width, int height, int channels, Interruption interruption) {
        Texture texture = new Texture(width, height);
        texture.sum(values, unknown, channels);
        float[] means = new float[width * height * CHANNELS];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                texture.mean(x, y, means);
            }
        }
        new Pyramid(unknown, width, height, CHANNELS, interruption).solve(means);
        return means;
    }

    private void sum(float[] values, boolean[] unknown, int channels) {
        int row = (width + 1) * 3;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = y * width + x;
                int right = x < width - 1 ? pixel + 1 : pixel;
                int below = y < height - 1 ? pixel + width : pixel;
                int at = (y + 1) * row + (x + 1) * 3;
                if (!unknown[pixel] && !unknown[right] && !unknown[below]) {
                    sums[at] = difference(values, pixel, right, channels);
                    sums[at + 1] = difference(values, pixel, below, channels);
                    sums[at + 2] = 1;
                }
                for (int k = 0; k < 3; k++) {
                    sums[at + k] += sums[at + k - 3] + sums[at + k - row] - sums[at + k - row - 3];
                }
            }
        }
    }

    private static double difference(float[] values, int one, int other, int channels) {
        double sum = 0;
        for (int c = 0; c < channels; c++) {
            sum += Math.abs(values[one * channels + c] - values[other * channels + c]);
        }
        return sum / channels;
    }

    private void mean(int x, int y, float[] means) {
        int left = Math.max(0, x - RADIUS) * 3;
        int right = Math.min(width, x + RADIUS + 1) * 3;
        int top = Math.max(0, y - RADIUS) * (width + 1) * 3;
        int bottom = Math.min(height, y + RADIUS + 1) * (width + 1) * 3;
        double count =
                sums[bottom + right + 2] - sums[top + right + 2] - sums[bottom + left + 2] + sums[top + left + 2];
        for (int k = 0; k < CHANNELS; k++) {
            double sum =
                    sums[bottom + right + k] - sums[top + right + k] - sums[bottom + left + k] + sums[top + left + k];
            means[(y * width + x) * CHANNELS + k] = (float) (WEIGHT * sum / Math.max(1, count));
        }
    }
}
