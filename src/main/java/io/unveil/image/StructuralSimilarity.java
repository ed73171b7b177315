package io.unveil.image;

import java.util.Arrays;
import java.util.List;

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

    /** Of two pictures of one size and number of channels. */
    static double of(Source a, Source b) {
        StructuralSimilarity similarity = new StructuralSimilarity(a, b);
        double sum = 0;
        for (int channel = 0; channel < a.channels(); channel++) {
            sum += similarity.ofChannel(channel);
        }
        return sum / a.channels();
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

    private double ofChannel(int channel) {
        Moments[] across = new Moments[weights.length]; // a ring: row y stands at y modulo its length
        Arrays.setAll(across, i -> new Moments(columns));
        Moments here = new Moments(a.size().width());
        Moments window = new Moments(columns);
        double sum = 0;
        for (int y = 0; y < a.size().height(); y++) {
            here.read(a, b, y, channel);
            Moments filtered = across[y % across.length];
            filtered.clear();
            for (int i = 0; i < weights.length; i++) {
                filtered.add(weights[i], here, i);
            }
            int top = y - weights.length + 1;
            if (top >= 0) {
                window.clear();
                for (int i = 0; i < weights.length; i++) {
                    window.add(weights[i], across[(top + i) % across.length], 0);
                }
                sum += window.similarity();
            }
        }
        return sum / windows();
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

        void read(Source a, Source b, int row, int channel) {
            float[] ours = a.region(0, row, x.length, 1).values();
            float[] theirs = b.region(0, row, x.length, 1).values();
            for (int i = 0; i < x.length; i++) {
                double u = PEAK * ours[channel + i * a.channels()];
                double v = PEAK * theirs[channel + i * a.channels()];
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
