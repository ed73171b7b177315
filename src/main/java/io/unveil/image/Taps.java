package io.unveil.image;

/**
 * The taps of resampling along one axis: for each output position, its first input position and the weights of that and
 * the following ones. Weights add up to 1.
 */
public final class Taps {
    private final int[] first;
    private final double[][] weights;

    private Taps(int[] first, double[][] weights) {
        this.first = first;
        this.weights = weights;
    }

    /** Gives the value at an input position. */
    @FunctionalInterface
    public interface Line {
        double at(int i);
    }

    /** From an axis of one length to another. */
    public static Taps of(int from, int to) {
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

    /** The number of output positions. */
    public int places() {
        return first.length;
    }

    /** The first input position of output position i. */
    public int first(int i) {
        return first[i];
    }

    /** The number of input positions of output position i. */
    public int count(int i) {
        return weights[i].length;
    }

    /** The weight of its input position k, from 0 to less than its count. */
    double weight(int i, int k) {
        return weights[i][k];
    }

    /** The value at output position i. */
    public double sum(int i, Line line) {
        double sum = 0;
        for (int k = 0; k < weights[i].length; k++) {
            sum += weights[i][k] * line.at(first[i] + k);
        }
        return sum;
    }
}
