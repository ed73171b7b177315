package io.unveil.degradation.noise;

import io.unveil.image.Pixels;
import java.util.Arrays;

/**
 * Square patches of a picture, all channels of a patch in one vector, cut on an even lattice: overlapping, at most
 * about {@value #MOST} of them, so that the time does not grow with the picture.
 */
final class PatchSample {
    private static final int MOST = 30_000;

    /** Tolerance of white: the mean of a white patch may differ from 1 by float rounding. */
    static final float HAIR = 1e-6f;

    private final int side;
    private final int channels;
    private final int count;
    private final float[] samples; // count x dimensions
    private final double[] brightness; // count x channels: mean of the patch
    private final double[] strength; // count: sum of squared gradients
    private final boolean[] saturated; // count
    private final boolean[] constant; // count

    PatchSample(Pixels picture, int side) {
        this.side = side;
        channels = picture.channels();
        int[] left = places(picture.width(), picture);
        int[] top = places(picture.height(), picture);
        count = left.length * top.length;
        samples = new float[count * dimensions()];
        brightness = new double[count * channels];
        strength = new double[count];
        saturated = new boolean[count];
        constant = new boolean[count];
        for (int i = 0; i < count; i++) {
            cut(picture, left[i % left.length], top[i / left.length], i);
        }
    }

    /** Where patches start along one side of the picture; nowhere if it is shorter than a patch. */
    private int[] places(int length, Pixels picture) {
        double all = (picture.width() - side + 1.) * (picture.height() - side + 1.);
        double step = Math.max(1, Math.sqrt(all / MOST));
        int room = Math.max(0, length - side + 1);
        int[] places = new int[(int) Math.ceil(room / step)];
        Arrays.setAll(places, i -> (int) (i * step));
        return places;
    }

    private void cut(Pixels picture, int x, int y, int patch) {
        int row = side * channels;
        int at = patch * dimensions();
        for (int j = 0; j < side; j++) {
            System.arraycopy(picture.values(), ((y + j) * picture.width() + x) * channels, samples, at + j * row, row);
        }
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (int i = at + c; i < at + dimensions(); i += channels) {
                sum += samples[i];
                least = Math.min(least, samples[i]);
                most = Math.max(most, samples[i]);
            }
            brightness[patch * channels + c] = sum / (side * side);
            saturated[patch] |= most <= HAIR || least >= 1 - HAIR;
            constant[patch] |= most == least;
        }
        strength[patch] = strength(at, row);
    }

    /**
     * Sum over the patch and its channels of the squared central differences (x[i + 1] - x[i - 1]) / 2, along rows and
     * columns.
     */
    private double strength(int at, int row) {
        double sum = 0;
        for (int j = 0; j < side; j++) {
            for (int i = 0; i < row; i++) {
                int here = at + j * row + i;
                double along = i < 2 * channels ? 0 : samples[here] - samples[here - 2 * channels];
                double down = j < 2 ? 0 : samples[here] - samples[here - 2 * row];
                sum += along * along + down * down;
            }
        }
        return sum / 4;
    }

    int count() {
        return count;
    }

    int channels() {
        return channels;
    }

    /** Samples in a patch. */
    int dimensions() {
        return side * side * channels;
    }

    /** The mean of one channel of a patch. */
    double brightness(int patch, int channel) {
        return brightness[patch * channels + channel];
    }

    /**
     * How much a patch changes within: the trace of its gradients' covariance (Liu, Tanaka and Okutomi 2013, section
     * II-B).
     */
    double strength(int patch) {
        return strength[patch];
    }

    /** Whether some channel of the patch is black all over, or white: then it shows nothing of the noise. */
    boolean saturated(int patch) {
        return saturated[patch];
    }

    /**
     * Whether some channel of the patch has the same value all over: as in a bar beside the picture, or in what a
     * cut-out hides.
     */
    boolean constant(int patch) {
        return constant[patch];
    }

    /** The mean strength of a patch of nothing but noise of variance 1. */
    double meanNoiseStrength() {
        return side * (side - 2.) * channels;
    }

    /** The mean of all samples of a patch. */
    double brightness(int patch) {
        double sum = 0;
        for (int c = 0; c < channels; c++) {
            sum += brightness(patch, c);
        }
        return sum / channels;
    }

    /**
     * The strength that a patch of nothing but Gaussian noise of variance 1 stays below with a chance of 1 - 1e-6 (Liu
     * et al. 2013, equation 14). Each of the 2 side (side - 2) differences of a channel has variance 1/2; the sum is
     * taken as Gamma distributed with as many degrees of freedom as the differences have rank (side^2 - 4: the four
     * grids of every second pixel can each be lifted unseen), and its quantile is Wilson and Hilferty's.
     */
    double noiseStrength() {
        double mean = meanNoiseStrength();
        double ninth = 2. / (9 * channels * (side * side - 4.));
        double root = 1 - ninth + 4.753 * Math.sqrt(ninth); // the normal quantile of 1 - 1e-6
        return mean * root * root * root;
    }

    /**
     * The covariance over the chosen patches, lower triangle, of each sample's deviation from the brightness of its
     * patch and channel, divided by the square root of the gain there (count x channels): where clipping took variance
     * away, this gives it back. Deviations from a mean leave one direction a channel empty: that many eigenvalues are 0
     * and say nothing.
     */
    double[][] covariance(boolean[] chosen, double[] gain) {
        int n = dimensions();
        double[][] sum = new double[n][n];
        double[] mean = new double[n];
        double[][] four = new double[4][n];
        int taken = 0;
        for (int patch = 0; patch < count; patch++) {
            if (chosen[patch]) {
                double[] vector = four[taken++ % 4];
                evened(patch, gain, vector);
                for (int i = 0; i < n; i++) {
                    mean[i] += vector[i];
                }
                if (taken % 4 == 0) {
                    addSquares(sum, four);
                }
            }
        }
        for (int rest = taken % 4; rest > 0 && rest < 4; rest++) {
            Arrays.fill(four[rest], 0);
        }
        if (taken % 4 != 0) {
            addSquares(sum, four);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                sum[i][j] = (sum[i][j] - mean[i] * mean[j] / taken) / (taken - 1);
            }
        }
        return sum;
    }

    private void evened(int patch, double[] gain, double[] vector) {
        for (int c = 0; c < channels; c++) {
            double level = brightness(patch, c);
            double stretch = 1 / Math.sqrt(gain[patch * channels + c]);
            for (int i = c; i < vector.length; i += channels) {
                vector[i] = (samples[patch * vector.length + i] - level) * stretch;
            }
        }
    }

    /**
     * Adds v v' of four vectors at once: a quarter of the traffic to memory, and a loop that the compiler turns into
     * vector instructions.
     */
    private static void addSquares(double[][] sum, double[][] four) {
        double[] p = four[0];
        double[] q = four[1];
        double[] r = four[2];
        double[] s = four[3];
        for (int i = 0; i < sum.length; i++) {
            double[] row = sum[i];
            double pi = p[i];
            double qi = q[i];
            double ri = r[i];
            double si = s[i];
            for (int j = 0; j <= i; j++) {
                row[j] += pi * p[j] + qi * q[j] + ri * r[j] + si * s[j];
            }
        }
    }
}
