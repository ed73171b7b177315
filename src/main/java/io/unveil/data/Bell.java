package io.unveil.data;

/**
 * The Gaussian in one dimension, G(x) = 1 / (sqrt(2 pi) s) exp(-x^2 / (2 s^2)), given as sqrt(2 pi) s G: the peak is 1.
 */
final class Bell {
    private Bell() {}

    /** Its values at 0, 1, … around a centre, with standard deviation s. */
    static double[] of(int count, double centre, double s) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = StrictMath.exp(-(i - centre) * (i - centre) / (2 * s * s));
        }
        return values;
    }
}
