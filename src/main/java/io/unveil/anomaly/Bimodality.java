package io.unveil.anomaly;

import java.util.Arrays;

/**
 * Whether numbers fall into two groups, as the scores of normal pictures do when anomalous ones are among them: they
 * are parted where the squared distances to the means of both sides are least (Otsu 1979), and the means lie apart by
 * more spreads than chance puts between the halves of one group (Ashman's D, 1994).
 *
 * @param numbers how many there were
 * @param limit the number that parts the groups; NaN where there are too few to part
 * @param above how many lie above it
 * @param separation sqrt(2) |difference of the means| / sqrt(sum of the variances)
 */
public record Bimodality(int numbers, double limit, int above, double separation) {
    /** One normal distribution, cut in its middle, comes to 2.65; two uniform halves to 3.5. */
    private static final double CLEAR = 4.5;

    /**
     * Of few numbers some lie close together by chance: of one normal distribution, one set of 8 in a thousand comes to
     * 11, one of 20 to 6, one of 100 to 3.5.
     */
    private static final double CLEARER_FOR_FEW = 80;

    private static final int FEWEST = 8;
    private static final double SMALLEST_GROUP = 0.04;

    /** The best parting of numbers in any order, each group at least two of them and a twenty-fifth. */
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
