package io.unveil.anomaly;

import java.util.Arrays;

/**
 * Whether numbers fall into two groups, as the scores of normal pictures do when anomalous ones are among them. The
 * limit minimises the squared distances to the means of both groups (Otsu 1979). There are two groups where the means
 * differ by more standard deviations than the halves of a single group would by chance (Ashman's D, 1994).
 *
 * @param numbers how many there were
 * @param limit the number between the groups; NaN where there are too few numbers
 * @param above how many lie above it
 * @param separation sqrt(2) |difference of the means| / sqrt(sum of the variances)
 */
public record Bimodality(int numbers, double limit, int above, double separation) {
    /** A normal distribution cut in its middle has 2.65, a uniform one 3.5. */
    private static final double CLEAR = 4.5;

    /**
     * Few numbers may lie close together by chance: of sets drawn from one normal distribution, one in a thousand
     * exceeds 11 for 8 numbers, 6 for 20, 3.5 for 100.
     */
    private static final double CLEARER_FOR_FEW = 80;

    private static final int FEWEST = 8;
    private static final double SMALLEST_GROUP = 0.04;

    /** The best split of numbers in any order; each group has at least two of them and a twenty-fifth. */
    public static Bimodality of(double[] numbers) {
        Bimodality best = new Bimodality(numbers.length, Double.NaN, 0, 0);
        if (numbers.length < FEWEST) {
            return best;
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int least = (int) Math.max(2, Math.ceil(SMALLEST_GROUP * sorted.length));
        double bestWithin = Double.POSITIVE_INFINITY;
        for (int below = least; below <= sorted.length - least; below++) {
            double within = squares(sorted, 0, below) + squares(sorted, below, sorted.length);
            if (within < bestWithin) {
                bestWithin = within;
                best = parted(sorted, below);
            }
        }
        return best;
    }

    private static Bimodality parted(double[] sorted, int below) {
        int above = sorted.length - below;
        double apart = mean(sorted, below, sorted.length) - mean(sorted, 0, below);
        double variances = squares(sorted, 0, below) / below + squares(sorted, below, sorted.length) / above;
        double rounding = 1e-9 * Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
        return new Bimodality(
                sorted.length,
                (sorted[below - 1] + sorted[below]) / 2,
                above,
                apart <= rounding ? 0 : Math.sqrt(2) * apart / Math.max(rounding, Math.sqrt(variances)));
    }

    /** Whether it is worth a warning. */
    public boolean isClear() {
        return separation > CLEAR + CLEARER_FOR_FEW / numbers;
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
