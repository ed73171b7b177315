package io.unveil.anomaly;

import java.util.Arrays;

/**
 * Numbers far above the bulk of the others: more than six robust standard deviations, 1.4826 times the median distance
 * from the median, above the median. A few anomalous pictures of several kinds give such numbers without forming a
 * group that {@link Bimodality} would find. Of samples of 8 to 200 numbers from a Gumbel or a lognormal distribution
 * (sigma .5), {@link #areClear} holds for at most 2 %; of a normal one for hardly any.
 *
 * @param count number of outliers
 * @param all number of values
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

    /** Whether they are worth a warning: at least two, and at least 4 %. */
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
