package io.unveil.degradation.noise;

import io.unveil.image.Pixels;
import java.util.Arrays;

/** A Gaussian filter, each channel on its own, cut off at three standard deviations; mirrored beyond the rim. */
final class Smoothing {
    private Smoothing() {}

    /** @param size standard deviation in pixels; 0 leaves everything as it is */
    static Pixels of(Pixels pixels, double size) {
        if (size == 0) {
            return pixels;
        }
        float[] weights = weights(size);
        int row = pixels.width() * pixels.channels();
        float[] across = new float[pixels.values().length];
        for (int start = 0; start < across.length; start += row) {
            for (int c = 0; c < pixels.channels(); c++) {
                filter(pixels.values(), across, start + c, pixels.channels(), pixels.width(), weights);
            }
        }
        float[] both = new float[across.length];
        for (int i = 0; i < row; i++) {
            filter(across, both, i, row, pixels.height(), weights);
        }
        return new Pixels(pixels.width(), pixels.height(), pixels.channels(), both);
    }

    /**
     * Nearly the same, at a cost that does not grow with the size: three running means one upon the other (Wells 1986,
     * "Efficient synthesis of Gaussian filters by cascaded uniform filters"). Each is the odd number of pixels wide
     * that comes nearest to the size asked for, at least three.
     */
    static Pixels wide(Pixels pixels, double size) {
        int reach = reach(size);
        int channels = pixels.channels();
        int row = pixels.width() * channels;
        float[] values = pixels.values().clone();
        for (int start = 0; start < values.length; start += row) {
            for (int c = 0; c < channels; c++) {
                means(values, start + c, channels, pixels.width(), reach);
            }
        }
        for (int i = 0; i < row; i++) {
            means(values, i, row, pixels.height(), reach);
        }
        return new Pixels(pixels.width(), pixels.height(), channels, values);
    }

    /**
     * Of each running mean to either side: w = 2 reach + 1 has a variance of (w^2 - 1) / 12, three of them a quarter of
     * w^2 - 1.
     */
    private static int reach(double size) {
        return (int) Math.max(1, Math.round((Math.sqrt(4 * size * size + 1) - 1) / 2));
    }

    /** Three running means along a line, in place; sums in double, so that nothing is left over behind large values. */
    private static void means(float[] values, int start, int step, int length, int reach) {
        int rim = 3 * reach;
        double[] line = new double[length + 2 * rim];
        for (int i = 0; i < line.length; i++) {
            line[i] = values[start + mirrored(i - rim, length) * step];
        }
        int left = line.length;
        for (int pass = 0; pass < 3; pass++) {
            left -= 2 * reach;
            mean(line, left, reach);
        }
        for (int i = 0; i < length; i++) {
            values[start + i * step] = (float) line[i];
        }
    }

    /** Makes of each place the mean of the places from there to twice the reach after it. */
    private static void mean(double[] line, int count, int reach) {
        double sum = 0;
        for (int i = 0; i < 2 * reach; i++) {
            sum += line[i];
        }
        for (int i = 0; i < count; i++) {
            double first = line[i];
            sum += line[i + 2 * reach];
            line[i] = sum / (2 * reach + 1);
            sum -= first;
        }
    }

    /** The remaining share of the standard deviation of white noise, away from the border. */
    static double left(double size) {
        double squares = 0;
        for (float weight : size == 0 ? new float[] {1} : weights(size)) {
            squares += weight * weight;
        }
        return squares; // a root for each of the two axes
    }

    private static float[] weights(double size) {
        int reach = (int) Math.ceil(3 * size);
        double[] weights = new double[2 * reach + 1];
        Arrays.setAll(weights, i -> StrictMath.exp(-(i - reach) * (i - reach) / (2 * size * size)));
        double sum = Arrays.stream(weights).sum();
        float[] shares = new float[weights.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) (weights[i] / sum);
        }
        return shares;
    }

    /** Along a line of {@code count} values, {@code step} apart. */
    private static void filter(float[] from, float[] to, int start, int step, int length, float[] weights) {
        int reach = weights.length / 2;
        float[] line = new float[length + 2 * reach];
        for (int i = 0; i < line.length; i++) {
            line[i] = from[start + mirrored(i - reach, length) * step];
        }
        for (int i = 0; i < length; i++) {
            float sum = 0;
            for (int k = 0; k < weights.length; k++) {
                sum += weights[k] * line[i + k];
            }
            to[start + i * step] = sum;
        }
    }

    private static int mirrored(int i, int length) {
        int at = Math.floorMod(i, 2 * length);
        return at < length ? at : 2 * length - 1 - at;
    }
}
