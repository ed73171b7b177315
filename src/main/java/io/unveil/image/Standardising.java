package io.unveil.image;

import java.util.function.DoubleUnaryOperator;

/**
 * Brings pictures to one brightness and one contrast, whatever the light and the exposure: the mean of all samples
 * comes to 1/2, their standard deviation to {@link #SPREAD}, and what lies more than some 3.2 of it off is clipped. All
 * channels move together, so colours stay.
 *
 * @param mean of the samples of the picture, all channels
 * @param spread their standard deviation, at least {@link #LEAST}
 */
public record Standardising(double mean, double spread) {
    /** What the standard deviation becomes: 40 of 255 levels. */
    public static final double SPREAD = 40 / 255.0;

    /** Of a picture more even than this, mere noise would be made into contrast. */
    public static final double LEAST = 0.03;

    /** As these samples ask for. */
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

    /** The way back, but for what was clipped. */
    public Pixels undo(Pixels standardised) {
        return each(standardised, value -> mean + spread * (value - 0.5) / SPREAD);
    }

    /** Standardised samples as networks read them: in units of the spread, 0 the mean. */
    public static Pixels inSpreads(Pixels standardised) {
        return each(standardised, value -> (value - 0.5) / SPREAD);
    }

    /** The way back from {@link #inSpreads}. */
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
