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
