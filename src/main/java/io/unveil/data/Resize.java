package io.unveil.data;

import io.unveil.image.Size;
import java.util.Optional;

/**
 * Brings a picture to a size, each axis on its own: where it shrinks, a pixel is the mean over the area that it covers; where it grows,
 * it lies linearly between the centres of the two nearest.
 */
record Resize(Size to) implements Transform.Fixed {
    @Override
    public Size size(Size in) {
        return to;
    }

    /** Any picture will do. */
    @Override
    public Optional<Size> smallest() {
        return Optional.of(new Size(1, 1));
    }

    @Override
    public Example apply(Example in) {
        Taps across = Taps.of(in.size().width(), to.width());
        Taps down = Taps.of(in.size().height(), to.height());
        return in.drawn(to, in.channels(), (x, y, channel) ->
                (int) Math.round(down.sum(y, row -> across.sum(x, column -> in.level(column, row, channel)))));
    }

    /** For each place along an axis the first place it is made of, and the weights of that and the following ones; they add up to 1. */
    record Taps(int[] first, double[][] weights) {
        interface Line {
            double at(int i);
        }

        static Taps of(int from, int to) {
            int[] first = new int[to];
            double[][] weights = new double[to][];
            for (int i = 0; i < to; i++) {
                if (to < from) {
                    area(i, (double) from / to, from, first, weights);
                } else {
                    between(i, (double) from / to, from, first, weights);
                }
            }
            return new Taps(first, weights);
        }

        /** Place i covers [i ratio, (i + 1) ratio). */
        private static void area(int i, double ratio, int from, int[] first, double[][] weights) {
            double start = i * ratio;
            double end = Math.min(from, start + ratio);
            first[i] = (int) start;
            weights[i] = new double[(int) Math.ceil(end) - first[i]];
            for (int k = 0; k < weights[i].length; k++) {
                double covered = Math.min(end, first[i] + k + 1) - Math.max(start, first[i] + k);
                weights[i][k] = covered / (end - start);
            }
        }

        private static void between(int i, double ratio, int from, int[] first, double[][] weights) {
            double centre = Math.max(0, Math.min(from - 1, (i + 0.5) * ratio - 0.5));
            first[i] = Math.min((int) centre, Math.max(0, from - 2));
            double part = centre - first[i];
            weights[i] = from == 1 ? new double[] {1} : new double[] {1 - part, part};
        }

        double sum(int i, Line line) {
            double sum = 0;
            for (int k = 0; k < weights[i].length; k++) {
                sum += weights[i][k] * line.at(first[i] + k);
            }
            return sum;
        }
    }
}
