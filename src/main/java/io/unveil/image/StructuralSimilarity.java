package io.unveil.image;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * SSIM of Wang, Bovik, Sheikh and Simoncelli, "Image Quality Assessment: From Error Visibility to Structural
 * Similarity", IEEE TIP 13(4), 2004, equation 13, in 8-bit levels:
 *
 * <pre>
 * (2 mx my + C1) (2 sxy + C2) / ((mx^2 + my^2 + C1) (sx^2 + sy^2 + C2)),  C1 = (0.01 * 255)^2,  C2 = (0.03 * 255)^2
 * </pre>
 *
 * with means, variances and covariance under an 11 x 11 Gaussian window of sigma 1.5 whose weights sum to 1. The mean
 * is taken over the windows that lie wholly inside the picture, then over the channels. A picture with a side below 11
 * gets the largest odd window that fits into it; the paper does not cover that case.
 *
 * <p>The window is separable: each row is filtered across once and kept for the height of a window; then columns are
 * filtered.
 */
final class StructuralSimilarity {
    private static final int WINDOW = 11;
    private static final double SIGMA = 1.5;
    private static final double PEAK = 255;
    private static final double C1 = Math.pow(0.01 * PEAK, 2);
    private static final double C2 = Math.pow(0.03 * PEAK, 2);

    private final Source a;
    private final Source b;
    private final double[] weights;
    private final int columns; // windows side by side
    private final int rows; // windows one below the other

    private StructuralSimilarity(Source a, Source b) {
        this.a = a;
        this.b = b;
        int side = Math.min(WINDOW, Math.min(a.size().width(), a.size().height()));
        this.weights = gaussian(side % 2 == 1 ? side : side - 1);
        this.columns = a.size().width() - weights.length + 1;
        this.rows = a.size().height() - weights.length + 1;
    }

    /** Of two pictures of one size and number of channels; all processors share the work. */
    static double of(Source a, Source b) {
        StructuralSimilarity similarity = new StructuralSimilarity(a, b);
        double sum = Bands.sum(similarity.rows, similarity::ofRows);
        return sum / similarity.windows() / a.channels();
    }

    /**
     * Of two pictures that are equal outside of some rectangles, which lie further apart than a window is wide. Windows
     * that touch no rectangle have similarity 1 and are not computed.
     */
    static double of(Source a, Source b, List<Rectangle> changed) {
        double all = new StructuralSimilarity(a, b).windows();
        double lost = 0;
        for (Rectangle part : changed) {
            Rectangle around = part.grown(WINDOW - 1, a.size());
            Source ours = a.part(around);
            Source theirs = b.part(around);
            lost += (1 - of(ours, theirs)) * new StructuralSimilarity(ours, theirs).windows();
        }
        return 1 - lost / all;
    }

    private double windows() {
        return (double) rows * columns;
    }

    private static double[] gaussian(int length) {
        double[] weights = new double[length];
        for (int i = 0; i < length; i++) {
            double distance = i - length / 2;
            weights[i] = Math.exp(-distance * distance / (2 * SIGMA * SIGMA));
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** The sum over the windows that begin in some rows, and over the channels. */
    private double ofRows(int from, int to) {
        List<Ring> rings = Stream.generate(Ring::new).limit(a.channels()).toList();
        double sum = 0;
        for (int y = from; y < to + weights.length - 1; y++) {
            float[] ours = a.region(0, y, a.size().width(), 1).values();
            float[] theirs = b.region(0, y, a.size().width(), 1).values();
            for (int channel = 0; channel < rings.size(); channel++) {
                rings.get(channel).filter(ours, theirs, channel, y);
                if (y >= from + weights.length - 1) {
                    sum += rings.get(channel).similarity(y - weights.length + 1);
                }
            }
        }
        return sum;
    }

    /** The rows of one channel that a window covers, filtered across; row y stands at y modulo their number. */
    private final class Ring {
        private final Moments[] across = new Moments[weights.length];
        private final Moments here = new Moments(a.size().width());
        private final Moments window = new Moments(columns);

        Ring() {
            Arrays.setAll(across, i -> new Moments(columns));
        }

        void filter(float[] ours, float[] theirs, int channel, int y) {
            here.read(ours, theirs, channel, a.channels());
            Moments filtered = across[y % across.length];
            filtered.clear();
            for (int i = 0; i < weights.length; i++) {
                filtered.add(weights[i], here, i);
            }
        }

        /** The sum over the windows whose first row is this one. */
        double similarity(int top) {
            window.clear();
            for (int i = 0; i < weights.length; i++) {
                window.add(weights[i], across[(top + i) % across.length], 0);
            }
            return window.similarity();
        }
    }

    /** One row of x, y, x^2 + y^2 and xy. The formula needs the two variances only as their sum: one filtering less. */
    private static final class Moments {
        private final double[] x;
        private final double[] y;
        private final double[] squares;
        private final double[] product;

        Moments(int length) {
            x = new double[length];
            y = new double[length];
            squares = new double[length];
            product = new double[length];
        }

        void read(float[] ours, float[] theirs, int channel, int channels) {
            for (int i = 0; i < x.length; i++) {
                double u = PEAK * ours[channel + i * channels];
                double v = PEAK * theirs[channel + i * channels];
                x[i] = u;
                y[i] = v;
                squares[i] = u * u + v * v;
                product[i] = u * v;
            }
        }

        void clear() {
            Arrays.fill(x, 0);
            Arrays.fill(y, 0);
            Arrays.fill(squares, 0);
            Arrays.fill(product, 0);
        }

        /**
         * Adds the weighted moments of another row that begin at an offset: plain loops over arrays, which the JIT
         * vectorises.
         */
        void add(double weight, Moments other, int offset) {
            add(weight, other.x, offset, x);
            add(weight, other.y, offset, y);
            add(weight, other.squares, offset, squares);
            add(weight, other.product, offset, product);
        }

        private static void add(double weight, double[] from, int offset, double[] to) {
            for (int i = 0; i < to.length; i++) {
                to[i] += weight * from[offset + i];
            }
        }

        double similarity() {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double means = x[i] * y[i];
                double meanSquares = x[i] * x[i] + y[i] * y[i];
                double luminance = (2 * means + C1) / (meanSquares + C1);
                double structure = (2 * (product[i] - means) + C2) / (squares[i] - meanSquares + C2);
                sum += luminance * structure;
            }
            return sum;
        }
    }
}
