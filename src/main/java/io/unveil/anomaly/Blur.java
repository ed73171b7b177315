package io.unveil.anomaly;

import io.unveil.image.Mirror;
import io.unveil.image.Pixels;
import java.util.Arrays;

/** Means over windows of one channel, mirrored beyond the border, the border's own pixel not repeated. */
final class Blur {
    private final int reach;
    private final Filter filter;

    private Blur(int reach, Filter filter) {
        this.reach = reach;
        this.filter = filter;
    }

    /** A filter of one line. */
    private interface Filter {
        /** Fills {@code out} from a line that is longer by the reach at either end. */
        void apply(double[] line, double[] out);
    }

    /** With a Gaussian of standard deviation {@code sigma} in pixels, cut off at three sigma. */
    static Pixels gaussian(Pixels map, double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        double[] weights = new double[2 * reach + 1];
        Arrays.setAll(weights, i -> Math.exp(-(i - reach) * (i - reach) / (2 * sigma * sigma)));
        double sum = Arrays.stream(weights).sum();
        return new Blur(reach, (line, out) -> {
                    Arrays.fill(out, 0);
                    for (int k = 0; k < weights.length; k++) {
                        double weight = weights[k] / sum;
                        for (int i = 0; i < out.length; i++) {
                            out[i] += weight * line[i + k];
                        }
                    }
                })
                .of(map);
    }

    /** Over a square of an odd number of pixels a side; the time does not grow with the side. */
    static Pixels box(Pixels map, int side) {
        return new Blur(side / 2, (line, out) -> {
                    double sum = 0;
                    for (int i = 0; i < side - 1; i++) {
                        sum += line[i];
                    }
                    for (int i = 0; i < out.length; i++) {
                        sum += line[i + side - 1];
                        out[i] = sum / side;
                        sum -= line[i];
                    }
                })
                .of(map);
    }

    private Pixels of(Pixels map) {
        return rowsAsColumns(rowsAsColumns(map));
    }

    /** Filters each row and writes it as a column. */
    private Pixels rowsAsColumns(Pixels map) {
        int width = map.width();
        int height = map.height();
        float[] turned = new float[width * height];
        double[] line = new double[width + 2 * reach];
        double[] filtered = new double[width];
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < line.length; i++) {
                line[i] = map.values()[y * width + Mirror.at(i - reach, width)];
            }
            filter.apply(line, filtered);
            for (int x = 0; x < width; x++) {
                turned[x * height + y] = (float) filtered[x];
            }
        }
        return new Pixels(/* width= */ height, /* height= */ width, 1, turned);
    }
}
