package io.unveil.anomaly;

import java.util.Arrays;

/**
 * The distribution of the scores of normal pictures. It tells how unusual any other score is: the share of normal
 * pictures below it. Between the numbers of n normal pictures the share rises in equal steps of 1 / (n + 1) (Weibull's
 * plotting positions), linear between them; above the highest an exponential tail is assumed. Its scale is the mean
 * excess of the upper quarter over where that quarter begins, enlarged by 1 / sqrt of the quarter's count, because few
 * pictures tell little about the tail and false alarms cost trust.
 *
 * <p>Odd numbers are left out of all this, so that a few anomalous pictures among the normal ones do not push the
 * threshold beyond every defect. A number is odd where fewer than a twentieth of a picture is expected above it by an
 * exponential tail from the upper quarter on (of many numbers from the upper tenth), whose scale is the median excess
 * divided by ln 2: the median does not feel the highest numbers.
 *
 * <p>Of n numbers from a normal, exponential, Gumbel, lognormal (sigma .5) or Student's t distribution (4 degrees of
 * freedom), .99 is exceeded by 2.6 to 4.5 % of new numbers with n = 8, by .9 to 1.9 % with 20, by .6 to 1.4 % with 40
 * to 400. With two anomalous numbers among 22, three times as far out as the threshold, it is .5 to 1.2 %. One number
 * or more is called odd by mistake in 0 to 10 % of the sets (of 400 numbers of Student's distribution in 28 %).
 */
public final class NormalScores {
    /** Fewer do not show how normal pictures differ. */
    public static final int FEWEST = 4;

    private static final int TAIL_IS_ONE_OF = 4;
    private static final int TAIL_OF_MANY_IS_ONE_OF = 10;
    private static final int ENOUGH_IN_A_TAIL = 16;

    /** How many pictures are expected above the least odd number. */
    private static final double EXPECTED_ABOVE = 0.05;

    private final double[] sorted; // without odd ones
    private final double oddFrom;
    private final int odd;
    private final double excess; // scale of the upper tail
    private final double below; // scale of the lower tail, in which no threshold lies

    /** Of at least {@link #FEWEST} normal pictures, in any order. */
    public NormalScores(double[] scores) {
        if (scores.length < FEWEST) {
            throw new IllegalArgumentException(
                    "%d normal pictures are too few to show how normal ones differ; at least %d are needed"
                            .formatted(scores.length, FEWEST));
        }
        double[] all = scores.clone();
        Arrays.sort(all);
        sorted = withoutOdd(all);
        oddFrom = oddFrom(sorted);
        odd = all.length - sorted.length;
        int count = Math.max(2, sorted.length / TAIL_IS_ONE_OF);
        int from = sorted.length - count;
        double mean = Arrays.stream(sorted, from + 1, sorted.length)
                .map(one -> one - sorted[from])
                .average()
                .orElseThrow();
        excess = positive(mean * (1 + 1 / Math.sqrt(count)));
        below = positive((sorted[count - 1] - sorted[0]) / count);
    }

    /** Again and again, because each odd number hides others. */
    private static double[] withoutOdd(double[] all) {
        double limit = oddFrom(all);
        double[] kept = Arrays.stream(all).filter(one -> one <= limit).toArray();
        return kept.length == all.length || kept.length < FEWEST ? all : withoutOdd(kept);
    }

    /** The number above which a score is odd. */
    private static double oddFrom(double[] all) {
        int quarter = all.length / TAIL_IS_ONE_OF;
        int count = Math.max(2, Math.min(quarter, Math.max(ENOUGH_IN_A_TAIL, all.length / TAIL_OF_MANY_IS_ONE_OF)));
        int from = all.length - count - 1;
        double middle = (all[all.length - (count + 1) / 2] + all[all.length - count / 2 - 1]) / 2;
        double rounding = 1e-9 * Math.max(Math.abs(all[0]), Math.abs(all[all.length - 1]));
        double scale = Math.max(rounding, (middle - all[from]) / Math.log(2)) * (1 + 1 / Math.sqrt(count));
        return all[from] + scale * Math.log((count + 1) / EXPECTED_ABOVE);
    }

    /** Whether a score lies so far above the others that its picture may be anomalous. */
    public boolean isOdd(double score) {
        return score > oddFrom;
    }

    /** How many of the pictures have odd scores; they are left out of the distribution. */
    public int odd() {
        return odd;
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
