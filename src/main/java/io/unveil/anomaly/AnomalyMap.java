package io.unveil.anomaly;

import io.unveil.image.Halving;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;
import java.util.Arrays;
import java.util.List;

/**
 * How anomalous each place of a picture is; larger is more anomalous. The scoring defines what the numbers mean, so
 * only maps of the same scoring can be compared.
 *
 * @param values one channel, of the size of the network's input or of half of it
 */
public record AnomalyMap(Pixels values) {
    private static final double SIGMA = 2;
    /** Share of the places whose mean is the score of a picture: one in a thousand. */
    private static final double TOP = 0.001;

    /** Side of the square with whose mean a place is compared. */
    private static final int AROUND = 31;

    private static final double SHARE_OF_AROUND = 0.5;

    public AnomalyMap {
        if (values.channels() != 1) {
            throw new IllegalArgumentException("a map has one channel, not " + values.channels());
        }
    }

    /** The map of raw values at every input pixel: means of two by two, smoothed by a Gaussian of two places. */
    public static AnomalyMap of(Pixels raw) {
        return new AnomalyMap(Blur.gaussian(Halving.halved(raw), SIGMA));
    }

    /** The map of the mean of several passes over one picture, which give raw values at every input pixel. */
    public static AnomalyMap ofMean(List<Pixels> passes) {
        return new AnomalyMap(Blur.gaussian(together(passes, 0), SIGMA));
    }

    /**
     * The map of what several passes over one picture agree on: their mean minus their standard deviation. A defect is
     * seen by all passes, a mistake seldom by all. It ranks whole pictures better than the mean.
     */
    public static AnomalyMap ofAgreement(List<Pixels> passes) {
        return new AnomalyMap(Blur.gaussian(together(passes, -1), SIGMA));
    }

    /** Mean plus so many standard deviations of the passes, each halved. */
    private static Pixels together(List<Pixels> passes, double spreads) {
        List<Pixels> halved = passes.stream().map(Halving::halved).toList();
        Pixels first = halved.get(0);
        float[] values = new float[first.values().length];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            double squares = 0;
            for (Pixels pass : halved) {
                double value = pass.values()[i];
                sum += value;
                squares += value * value;
            }
            double mean = sum / halved.size();
            double variance = Math.max(0, squares / halved.size() - mean * mean);
            values[i] = (float) (mean + spreads * Math.sqrt(variance));
        }
        return new Pixels(first.width(), first.height(), 1, values);
    }

    /**
     * The map of the difference between two small pictures: the squared difference, mean over the channels, smoothed by
     * a Gaussian of one pixel.
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
     * The score of the whole picture: the mean of the highest thousandth of the map, at least of one place, after
     * subtracting from each place half of the mean of the 31 x 31 around it. So a place that stands out from its
     * surroundings counts more than a picture that is slightly odd everywhere.
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

    /** The highest value. */
    public double peak() {
        double peak = Double.NEGATIVE_INFINITY;
        for (float value : values.values()) {
            peak = Math.max(peak, value);
        }
        return peak;
    }

    /** The map resized to its picture, linear between its places. */
    public Pixels enlarged(Size picture) {
        return Resampling.resized(values, picture);
    }
}
