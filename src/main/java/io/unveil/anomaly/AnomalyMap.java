package io.unveil.anomaly;

import io.unveil.image.Halving;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;
import java.util.Arrays;

/**
 * How anomalous each place of a picture is: larger is more. What the numbers mean is for the scoring to say; two maps
 * compare only where one scoring made both.
 *
 * @param values one channel, of the size of what the network read or of half of it
 */
public record AnomalyMap(Pixels values) {
    private static final double SIGMA = 2;
    /** Share of the places whose mean is the score of a picture: one in a thousand. */
    private static final double TOP = 0.001;

    /** Side of the square whose mean is what a place is compared with. */
    private static final int AROUND = 31;

    private static final double SHARE_OF_AROUND = 0.5;

    public AnomalyMap {
        if (values.channels() != 1) {
            throw new IllegalArgumentException("a map has one channel, not " + values.channels());
        }
    }

    /** Of raw values at every pixel that was read: means of two by two, smoothed by a Gaussian of two places. */
    public static AnomalyMap of(Pixels raw) {
        return new AnomalyMap(Blur.gaussian(Halving.halved(raw), SIGMA));
    }

    /**
     * Of the difference between two pictures of one small thing: its square, mean over the channels, smoothed by a
     * Gaussian of one pixel.
     */
    public static AnomalyMap ofDifference(Pixels one, Pixels other) {
        float[] squares = new float[one.width() * one.height()];
        for (int i = 0; i < one.values().length; i++) {
            float off = one.values()[i] - other.values()[i];
            squares[i / one.channels()] += off * off / one.channels();
        }
        return new AnomalyMap(Blur.gaussian(new Pixels(one.width(), one.height(), 1, squares), 1));
    }

    /**
     * The score of the whole picture: the mean of the highest thousandth of the map, at least of one place, after half
     * of the mean of the 31 x 31 around each place has been taken off: what stands out where it is counts more than a
     * picture that is a little odd throughout.
     */
    public double score() {
        float[] around = Blur.box(values, AROUND).values();
        float[] out = values.values().clone();
        for (int i = 0; i < out.length; i++) {
            out[i] -= (float) (SHARE_OF_AROUND * around[i]);
        }
        Arrays.sort(out);
        int count = Math.max(1, (int) Math.round(TOP * out.length));
        double sum = 0;
        for (int i = out.length - count; i < out.length; i++) {
            sum += out[i];
        }
        return sum / count;
    }

    /** The highest place. */
    public double peak() {
        double peak = Double.NEGATIVE_INFINITY;
        for (float value : values.values()) {
            peak = Math.max(peak, value);
        }
        return peak;
    }

    /** The map in the size of the picture that it is of, linear between its places. */
    public Pixels enlarged(Size picture) {
        return Resampling.resized(values, picture);
    }
}
