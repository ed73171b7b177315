package io.unveil.anomaly;

import java.util.Arrays;

/**
 * Whether numbers fall into two groups, as the scores of normal pictures do when anomalous ones are among them: they are parted where the squared distances to the
 * means of both sides are least (Otsu 1979), and the means lie apart by more spreads than one group's halves would (Ashman's D, 1994).
 *
 * @param limit the number that parts the groups
 * @param above how many lie above it
 * @param separation sqrt(2) |difference of the means| / sqrt(sum of the variances)
 */
public record Bimodality(double limit, int above, double separation) {
    /** One normal distribution, cut in its middle, comes to 2.65; two uniform halves to 3.5. */
    private static final double CLEAR = 4.5;

    private static final int FEWEST = 8;
    private static final double SMALLEST_GROUP = 0.04;

    /** The best parting of at least two numbers. */
    public static Bimodality of(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int least = (int) Math.max(2, Math.ceil(SMALLEST_GROUP * sorted.length));
        Bimodality best = new Bimodality(Double.NaN, 0, 0);
        double bestWithin = Double.POSITIVE_INFINITY;
        for (int below = least; below <= sorted.length - least; below++) {
            double left = squares(sorted, 0, below);
            double right = squares(sorted, below, sorted.length);
            if (left + right < bestWithin) {
                bestWithin = left + right;
                int above = sorted.length - below;
                double apart = mean(sorted, below, sorted.length) - mean(sorted, 0, below);
                double variances = left / below + right / above;
                best = new Bimodality(
                        (sorted[below - 1] + sorted[below]) / 2,
                        above,
                        apart == 0 ? 0 : Math.sqrt(2) * apart / Math.sqrt(Math.max(1e-300, variances)));
            }
        }
        return numbers.length < FEWEST ? new Bimodality(Double.NaN, 0, 0) : best;
    }

    /** Whether it is worth a warning. */
    public boolean isClear() {
        return separation > CLEAR;
    }

    private static double mean(double[] sorted, int from, int to) {
        return Arrays.stream(sorted, from, to).average().orElseThrow();
    }

    private static double squares(double[] sorted, int from, int to) {
        double mean = mean(sorted, from, to);
        return Arrays.stream(sorted, from, to)
                .map(one -> (one - mean) * (one - mean))
                .sum();
    }
}
