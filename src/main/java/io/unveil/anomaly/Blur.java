package io.unveil.anomaly;

import io.unveil.image.Pixels;
import java.util.Arrays;

/** Means over windows of one channel, mirrored beyond the border. */
final class Blur {
    private Blur() {}

    /** With a Gaussian of so many pixels, cut off at three of them. */
    static Pixels gaussian(Pixels map, double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        double[] weights = new double[2 * reach + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double off = i - reach;
            weights[i] = Math.exp(-off * off / (2 * sigma * sigma));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return along(along(map, weights, true), weights, false);
    }

    /** Over a square of an odd number of pixels a side. */
    static Pixels box(Pixels map, int side) {
        double[] weights = new double[side];
        Arrays.fill(weights, 1.0 / side);
        return along(along(map, weights, true), weights, false);
    }

    private static Pixels along(Pixels map, double[] weights, boolean rows) {
        int length = rows ? map.width() : map.height();
        int lines = rows ? map.height() : map.width();
        int step = rows ? 1 : map.width();
        int next = rows ? map.width() : 1;
        int reach = weights.length / 2;
        float[] values = map.values();
        float[] out = new float[values.length];
        double[] line = new double[length + 2 * reach];
        for (int j = 0; j < lines; j++) {
            for (int i = 0; i < line.length; i++) {
                line[i] = values[j * next + mirror(i - reach, length) * step];
            }
            for (int i = 0; i < length; i++) {
                double sum = 0;
                for (int k = 0; k < weights.length; k++) {
                    sum += weights[k] * line[i + k];
                }
                out[j * next + i * step] = (float) sum;
            }
        }
        return new Pixels(map.width(), map.height(), 1, out);
    }

    private static int mirror(int i, int count) {
        if (count == 1) {
            return 0;
        }
        int at = Math.floorMod(i, 2 * (count - 1));
        return Math.min(at, 2 * (count - 1) - at);
    }
}
