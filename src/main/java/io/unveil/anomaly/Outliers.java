package io.unveil.anomaly;

import java.util.Arrays;

/**
 * Numbers far above the bulk of the others: more than six robust standard deviations, 1.4826 times the median distance
 * from the median, above the median. A few anomalous pictures of many kinds among normal ones lie so, though they form
 * no group of their own that {@link Bimodality} would see. Of samples of a Gumbel or a lognormal distribution (sigma
 * .5), of 8 to 200 numbers, at most 2 in a hundred have so many that {@link #areClear}; of a normal one hardly any.
 *
 * @param count how many
 * @param all of how many
 */
public record Outliers(int count, int all) {
    private static final double TO_SPREAD = 1.4826;
    private static final double SPREADS = 6;
    private static final int FEWEST = 2;
    private static final double SMALLEST_SHARE = 0.04;

    public static Outliers of(double[] numbers) {
        double median = median(numbers);
        double spread = TO_SPREAD
                * median(Arrays.stream(numbers)
                        .map(one -> Math.abs(one - median))
                        .toArray());
        double limit = median + SPREADS * spread;
        return new Outliers(
                (int) Arrays.stream(numbers).filter(one -> one > limit).count(), numbers.length);
    }

    /** Whether they are worth a warning: two at least, and four in a hundred. */
    public boolean areClear() {
        return count >= Math.max(FEWEST, SMALLEST_SHARE * all);
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
