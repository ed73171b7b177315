package io.unveil.image;

/** Adds up the errors of single samples, in 8-bit levels. */
final class ErrorSums {
    private static final double PEAK = 255;

    private double squares;
    private double absolutes;

    /** Of two values in [0, 1], not clipped. */
    void add(float a, float b) {
        double error = PEAK * ((double) a - b);
        squares += error * error;
        absolutes += Math.abs(error);
    }

    void add(ErrorSums others) {
        squares += others.squares;
        absolutes += others.absolutes;
    }

    /** Mean squared error over this many samples; 0 over none. */
    double mse(double samples) {
        return samples == 0 ? 0 : squares / samples;
    }

    /** Mean absolute error over this many samples; 0 over none. */
    double mae(double samples) {
        return samples == 0 ? 0 : absolutes / samples;
    }

    /** 10 log10(255^2 / mse) in dB; infinite where there is no error. */
    double psnr(double samples) {
        return decibels(mse(samples));
    }

    static double decibels(double mse) {
        return 10 * Math.log10(PEAK * PEAK / mse);
    }
}
