package io.unveil.image;

import java.util.function.DoubleUnaryOperator;

/**
 * Brings pictures to one brightness and contrast, whatever the light and the exposure: the mean of all samples becomes
 * 1/2, their standard deviation {@link #SPREAD}, and values beyond about 3.2 standard deviations are clipped. All
 * channels change together, so colours stay.
 *
 * @param mean of the samples of the picture, all channels
 * @param spread their standard deviation, at least {@link #LEAST}
 */
public record Standardising(double mean, double spread) {
    /** The standard deviation of the result: 40 of 255 levels. */
    public static final double SPREAD = 40 / 255.0;

    /** A picture with less contrast is not stretched further, because that would turn noise into contrast. */
    public static final double LEAST = 0.03;

    /** From the mean and standard deviation of these samples. */
    public static Standardising of(Pixels pixels) {
        double sum = 0;
        for (float value : pixels.values()) {
            sum += value;
        }
        double mean = sum / pixels.values().length;
        double squares = 0;
        for (float value : pixels.values()) {
            squares += (value - mean) * (value - mean);
        }
        return new Standardising(mean, Math.max(LEAST, Math.sqrt(squares / pixels.values().length)));
    }

    /** v becomes 1/2 + SPREAD (v - mean) / spread, in [0, 1]. */
    public Pixels apply(Pixels pixels) {
        return each(pixels, value -> Math.min(1, Math.max(0, 0.5 + SPREAD * (value - mean) / spread)));
    }

    /** The inverse, except for clipped values. */
    public Pixels undo(Pixels standardised) {
        return each(standardised, value -> mean + spread * (value - 0.5) / SPREAD);
    }

    /** Standardised samples as networks read them: in units of the standard deviation, with mean 0. */
    public static Pixels inSpreads(Pixels standardised) {
        return each(standardised, value -> (value - 0.5) / SPREAD);
    }

    /** The inverse of {@link #inSpreads}. */
    public static Pixels ofSpreads(Pixels planes) {
        return each(planes, value -> 0.5 + SPREAD * value);
    }

    private static Pixels each(Pixels pixels, DoubleUnaryOperator function) {
        float[] values = new float[pixels.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) function.applyAsDouble(pixels.values()[i]);
        }
        return new Pixels(pixels.width(), pixels.height(), pixels.channels(), values);
    }
}
