package io.unveil.anomaly;

import java.util.Arrays;

/**
 * The distribution of the scores of normal pictures. It tells how unusual any other score is: the share of normal
 * pictures below it. Between the numbers of n normal pictures the share rises in equal steps of 1 / (n + 1) (Weibull's
 * plotting positions), linear between them; above the highest an exponential tail is assumed. Its scale is the mean
 * excess of the upper quarter over where that quarter begins, enlarged by 1 / sqrt of the quarter's count, because few
 * pictures tell little about the tail and false alarms cost trust. For a normal or an exponential distribution, 0.99 is
 * then exceeded by 1 % or less of new numbers with 40 or more known pictures, by 0.8 to 1.2 % with 20, and by 3 to 3.5
 * % with 8.
 */
public final class NormalScores {
    /** Fewer do not show how normal pictures differ. */
    public static final int FEWEST = 4;

    private static final int TAIL_IS_ONE_OF = 4;

    private final double[] sorted;
    private final double excess; // scale of the upper tail
    private final double below; // scale of the lower tail, in which no threshold lies

    /** Of at least {@link #FEWEST} normal pictures, in any order. */
    public NormalScores(double[] scores) {
        if (scores.length < FEWEST) {
            throw new IllegalArgumentException(
                    "%d normal pictures are too few to show how normal ones differ; at least %d are needed"
                            .formatted(scores.length, FEWEST));
        }
        sorted = scores.clone();
        Arrays.sort(sorted);
        int count = Math.max(2, sorted.length / TAIL_IS_ONE_OF);
        int from = sorted.length - count;
        double mean = Arrays.stream(sorted, from + 1, sorted.length)
                .map(one -> one - sorted[from])
                .average()
                .orElseThrow();
        excess = positive(mean * (1 + 1 / Math.sqrt(count)));
        below = positive((sorted[count - 1] - sorted[0]) / count);
    }

    /** The share of normal pictures below a number, in (0, 1); it rises with the number, above the highest as well. */
    public double share(double number) {
        int n = sorted.length;
        if (number >= sorted[n - 1]) {
            return 1 - Math.exp(-(number - sorted[n - 1]) / excess) / (n + 1);
        }
        if (number <= sorted[0]) {
            return Math.exp((number - sorted[0]) / below) / (n + 1);
        }
        int above = upper(number);
        double from = sorted[above - 1];
        double to = sorted[above];
        return (above + (number - from) / (to - from)) / (n + 1);
    }

    /** The number below which this share of normal pictures lies: the inverse of {@link #share}. */
    public double quantile(double share) {
        int n = sorted.length;
        double place = share * (n + 1);
        if (place >= n) {
            return sorted[n - 1] - excess * Math.log((1 - share) * (n + 1));
        }
        if (place <= 1) {
            return sorted[0] + below * Math.log(place);
        }
        int upTo = (int) place;
        return sorted[upTo - 1] + (place - upTo) * (sorted[upTo] - sorted[upTo - 1]);
    }

    public double median() {
        return quantile(0.5);
    }

    public double mean() {
        return Arrays.stream(sorted).average().orElseThrow();
    }

    /** Standard deviation. */
    public double spread() {
        double mean = mean();
        return Math.sqrt(Arrays.stream(sorted)
                .map(one -> (one - mean) * (one - mean))
                .average()
                .orElseThrow());
    }

    /** Index of the first score above a number. */
    private int upper(double number) {
        int found = Arrays.binarySearch(sorted, number);
        int at = found < 0 ? -found - 1 : found;
        while (sorted[at] <= number) {
            at++;
        }
        return at;
    }

    /** Equal scores would give a tail of length 0, and a share of 0 / 0. */
    private double positive(double scale) {
        double least = 1e-6 * Math.max(1e-6, Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1])));
        return Math.max(least, scale);
    }
}
