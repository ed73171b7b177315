package io.unveil.image;

/**
 * What the places along an axis are made of when it is brought to another length: for each the first place it is made
 * of, and the weights of that and the following ones, which add up to 1.
 */
public final class Taps {
    private final int[] first;
    private final double[][] weights;

    private Taps(int[] first, double[][] weights) {
        this.first = first;
        this.weights = weights;
    }

    /** Gives the value at a place of the axis that there is. */
    @FunctionalInterface
    public interface Line {
        double at(int i);
    }

    /** From so many places to so many. */
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

    /** How many places there are after. */
    public int places() {
        return first.length;
    }

    /** The first place that place i is made of. */
    public int first(int i) {
        return first[i];
    }

    /** How many places it is made of. */
    public int count(int i) {
        return weights[i].length;
    }

    /** What its place k counts for: k from 0 to less than its count. */
    double weight(int i, int k) {
        return weights[i][k];
    }

    /** The value at place i. */
    public double sum(int i, Line line) {
        double sum = 0;
        for (int k = 0; k < weights[i].length; k++) {
            sum += weights[i][k] * line.at(first[i] + k);
        }
        return sum;
    }
}
