package io.unveil.anomaly;

import java.util.Arrays;
import java.util.Optional;

/** The scores of normal pictures onto which a defect was drawn: they tell how many defects a threshold would find. */
public final class DrawnDefects {
    /** {@link #balanced} lies between these. */
    private static final double LEAST_BALANCED = 0.95;

    private static final double MOST_BALANCED = 0.99;
    private static final int HALVINGS = 30;

    private final double[] sorted;

    private DrawnDefects(double[] sorted) {
        this.sorted = sorted;
    }

    /** Empty where there are no scores. */
    public static Optional<DrawnDefects> of(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Optional.empty() : Optional.of(new DrawnDefects(sorted));
    }

    /** The share of the drawn defects whose score reaches a number. */
    public double found(double from) {
        return Arrays.stream(sorted).filter(one -> one >= from).count() / (double) sorted.length;
    }

    /**
     * The share of normal pictures at which misses and false alarms balance: as large a share of the drawn defects lies
     * below as of normal pictures lies above (the equal error rate). It is kept between .95 and .99: true defects are
     * often harder to see than drawn ones, and more than one false alarm in twenty is of little use.
     */
    public double balanced(NormalScores normal) {
        double low = LEAST_BALANCED;
        double high = MOST_BALANCED;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (1 - found(normal.quantile(middle)) < 1 - middle) {
                low = middle; // fewer are missed than are false alarms: a higher threshold balances better
            } else {
                high = middle;
            }
        }
        return Math.round(low * 1e4) / 1e4;
    }
}
