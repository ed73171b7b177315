package io.unveil.degradation.noise;

import java.util.Arrays;

/**
 * What clipping to [0, 1] does to Gaussian noise. A sample of the clean value mu in [0, 1] comes out as clip(mu + sigma z) with z ~ N(0, 1),
 * hence as mu + sigma c, where c is z cut off at a = -mu / sigma and b = (1 - mu) / sigma. With P and p the distribution function and the
 * density of z and Q = 1 - P, integration by parts gives
 * <pre>
 * E[c]   = a P(a) + p(a) - p(b) + b Q(b)
 * E[c^2] = a^2 P(a) + 1 - P(a) - Q(b) + a p(a) - b p(b) + b^2 Q(b)
 * </pre>
 * The clean value is not known, but the brightness is: the mean over a patch, whose expectation mu + sigma E[c] rises with mu. So both
 * figures are tabulated over mu in steps of 1/256 and looked up by brightness, linearly between the steps.
 */
final class ClippedNoise {
    private static final int STEPS = 256;

    private final double[] brightness = new double[STEPS + 1];
    private final double[] variance = new double[STEPS + 1];
    private final double[] square = new double[STEPS + 1];

    /** Of noise with this standard deviation, above 0; white is 1. */
    ClippedNoise(double sigma) {
        for (int i = 0; i <= STEPS; i++) {
            double mu = (double) i / STEPS;
            double a = -mu / sigma;
            double b = (1 - mu) / sigma;
            double below = tail(-a);
            double above = tail(b);
            double mean = a * below + density(a) - density(b) + b * above;
            square[i] = a * a * below + 1 - below - above + a * density(a) - b * density(b) + b * b * above;
            variance[i] = square[i] - mean * mean;
            brightness[i] = mu + sigma * mean;
        }
    }

    /** The share of sigma^2 that is left as variance at this brightness: from 0.34 at black and white to 1. */
    double variance(double atBrightness) {
        return lookUp(variance, atBrightness);
    }

    /** The mean square of (clipped sample - clean sample) at this brightness, in units of sigma^2: from 0.5 at black and white to 1. */
    double square(double atBrightness) {
        return lookUp(square, atBrightness);
    }

    private double lookUp(double[] table, double atBrightness) {
        if (atBrightness <= brightness[0]) {
            return table[0];
        }
        if (atBrightness >= brightness[STEPS]) {
            return table[STEPS];
        }
        int found = Arrays.binarySearch(brightness, atBrightness);
        int low = found >= 0 ? Math.min(found, STEPS - 1) : -found - 2;
        double part = (atBrightness - brightness[low]) / (brightness[low + 1] - brightness[low]);
        return table[low] + part * (table[low + 1] - table[low]);
    }

    private static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /** The chance of z above x, for x at least 0; good to 1e-7 (Abramowitz and Stegun 1964, 26.2.17). */
    private static double tail(double x) {
        double t = 1 / (1 + .2316419 * x);
        double series = .319381530 + t * (-.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)));
        return density(x) * t * series;
    }
}
