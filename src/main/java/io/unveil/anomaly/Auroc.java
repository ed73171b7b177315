package io.unveil.anomaly;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;

/**
 * Area under the receiver operating characteristic: the chance that a score drawn from the anomalous ones is above one
 * drawn from the normal ones, equal scores counting one half (Hanley and McNeil 1982). 1 separates all, 0.5 is chance.
 */
public final class Auroc {
    private Auroc() {}

    /** Throws IllegalArgumentException where a side is empty or a score is NaN: then there is nothing to rank. */
    public static double of(double[] normal, double[] anomalous) {
        if (normal.length == 0 || anomalous.length == 0) {
            throw new IllegalArgumentException(
                    "a ranking needs scores of both kinds, there are %d normal and %d anomalous"
                            .formatted(normal.length, anomalous.length));
        }
        if (DoubleStream.concat(Arrays.stream(normal), Arrays.stream(anomalous)).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("a score is not a number");
        }
        double[] sorted = normal.clone();
        Arrays.sort(sorted);
        double wins = 0;
        for (double score : anomalous) {
            int below = count(sorted, one -> one < score);
            int upTo = count(sorted, one -> one <= score);
            wins += (below + upTo) / 2.0;
        }
        return wins / normal.length / anomalous.length;
    }

    /** How many elements at the start of the sorted array pass the test (a binary search). */
    private static int count(double[] sorted, DoublePredicate test) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (test.test(sorted[middle])) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
