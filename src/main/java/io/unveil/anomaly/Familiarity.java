package io.unveil.anomaly;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a picture looks, on the whole, like the normal pictures that a model knows: the distance of its
 * {@link Appearance} from theirs. It is Mahalanobis' distance, the root of (x - m)' C^-1 (x - m) / d for d numbers with
 * mean m, divided by a limit, so that 1 and less is familiar. In C the correlations are reduced by the factor n / (n +
 * d) for n pictures, and each variance is enlarged by that of a change that no one would mind: 2 % of white in
 * brightness, 10 to 15 % in contrast and in each band of the spectrum. The limit is 1.25 times the largest distance of
 * a normal picture from the others, those of the four fifths that it does not belong to.
 *
 * @param mean of the numbers
 * @param covariance lower triangle row by row: d (d + 1) / 2 numbers
 * @param limit the distance up to which a picture is familiar
 */
public record Familiarity(double[] mean, double[] covariance, double limit) {
    private static final int PARTS = 5;
    private static final double BEYOND = 1.25;

    /** Throws IllegalArgumentException where the numbers do not describe a distribution. */
    public Familiarity {
        int count = mean.length;
        if (count == 0 || covariance.length != count * (count + 1) / 2 || !(limit > 0)) {
            throw new IllegalArgumentException(
                    "the appearance of normal pictures needs d means, d (d + 1) / 2 covariances and a limit above 0, has %d, %d and %s"
                            .formatted(count, covariance.length, limit));
        }
    }

    /** From the appearances of at least two normal pictures. */
    public static Familiarity of(List<double[]> normal) {
        double[] limits = IntStream.range(0, Math.min(PARTS, normal.size()))
                .mapToDouble(part -> farthest(normal, part))
                .toArray();
        Familiarity all = fitted(normal);
        return new Familiarity(
                all.mean, all.covariance, BEYOND * Arrays.stream(limits).max().orElseThrow());
    }

    /** The largest distance of the pictures of one part from the others. */
    private static double farthest(List<double[]> normal, int part) {
        int parts = Math.min(PARTS, normal.size());
        Familiarity others = fitted(IntStream.range(0, normal.size())
                .filter(i -> i % parts != part)
                .mapToObj(normal::get)
                .toList());
        return IntStream.range(0, normal.size())
                .filter(i -> i % parts == part)
                .mapToDouble(i -> others.distance(normal.get(i)))
                .max()
                .orElseThrow();
    }

    /** Mean and covariance, with limit 1. */
    private static Familiarity fitted(List<double[]> normal) {
        int count = normal.get(0).length;
        double[] mean = new double[count];
        for (double[] one : normal) {
            for (int i = 0; i < count; i++) {
                mean[i] += one[i] / normal.size();
            }
        }
        double kept = normal.size() / (double) (normal.size() + count);
        double[] covariance = new double[count * (count + 1) / 2];
        double[] tolerance = Appearance.tolerance(count);
        int at = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (double[] one : normal) {
                    sum += (one[i] - mean[i]) * (one[j] - mean[j]);
                }
                double found = sum / Math.max(1, normal.size() - 1);
                covariance[at++] = i == j ? found + tolerance[i] * tolerance[i] : kept * found;
            }
        }
        return new Familiarity(mean, covariance, 1);
    }

    /** Up to 1 a picture is familiar; throws IllegalArgumentException for as many numbers as no picture here has. */
    public double distance(double[] appearance) {
        int count = mean.length;
        if (appearance.length != count) {
            throw new IllegalArgumentException(
                    "an appearance of %d numbers is not compared with one of %d".formatted(appearance.length, count));
        }
        double[] root = root();
        double[] solved = new double[count]; // of the triangular system L y = x - m; then |y|^2 is the squared distance
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double left = appearance[i] - mean[i];
            for (int j = 0; j < i; j++) {
                left -= root[place(i, j)] * solved[j];
            }
            solved[i] = left / root[place(i, i)];
            squares += solved[i] * solved[i];
        }
        return Math.sqrt(squares / count) / limit;
    }

    /** The lower triangle L with L L' = C (Cholesky). */
    private double[] root() {
        double[] root = new double[covariance.length];
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j <= i; j++) {
                double left = covariance[place(i, j)];
                for (int k = 0; k < j; k++) {
                    left -= root[place(i, k)] * root[place(j, k)];
                }
                root[place(i, j)] = i == j ? Math.sqrt(Math.max(1e-12, left)) : left / root[place(j, j)];
            }
        }
        return root;
    }

    private static int place(int row, int column) {
        return row * (row + 1) / 2 + column;
    }
}
