package io.unveil.degradation.noise;

import io.unveil.image.Pixels;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * How the noise of a picture is, where a clean one of the same scene is at hand: strength, correlation, dependence on
 * brightness and edges. All figures are of the difference of the two pictures less its mean; correlations are the means
 * of those along rows and along columns.
 */
public final class NoiseStatistics {
    private static final int[] LAGS = {1, 2, 4, 8};
    private static final int ENOUGH = 300; // pixels of a part, below which it has no figure

    private final Map<NoiseStatistic, Double> figures = new EnumMap<>(NoiseStatistic.class);
    private final int width;
    private final int height;

    private NoiseStatistics(Pixels clean) {
        this.width = clean.width();
        this.height = clean.height();
    }

    /**
     * The statistics that exist: gray pictures have no chroma, and a part of the picture with too few pixels has no
     * figure of its own.
     *
     * @param noisy of the same size and channels, at least 16 x 16 pixels
     */
    public static Map<NoiseStatistic, Double> of(Pixels noisy, Pixels clean) {
        if (clean.width() < 16 || clean.height() < 16) {
            throw new IllegalArgumentException(
                    "noise is described from 16 x 16 pixels on, not %s".formatted(clean.size()));
        }
        NoiseStatistics statistics = new NoiseStatistics(clean);
        Pixels noise = noisy.less(clean);
        boolean colour = clean.channels() == 3;
        double luma = statistics.luma(colour ? LumaChroma.luma(noise) : noise, colour ? LumaChroma.luma(clean) : clean);
        if (colour) {
            statistics.chroma(LumaChroma.chroma(noise), luma);
            statistics.put(NoiseStatistic.RED_GREEN, correlation(channel(noise, 0), channel(noise, 1)));
        }
        return statistics.figures;
    }

    private void put(NoiseStatistic statistic, double figure) {
        if (Double.isFinite(figure)) {
            figures.put(statistic, figure);
        }
    }

    private double luma(Pixels noise, Pixels clean) {
        float[] values = centred(noise.values());
        double deviation = Math.sqrt(meanProduct(values, values));
        put(NoiseStatistic.LUMA, 255 * deviation);
        correlations(values, NoiseStatistic.LUMA_AT_1);
        put(NoiseStatistic.KURTOSIS, kurtosis(values));
        put(
                NoiseStatistic.ROWS_TO_COLUMNS,
                lines(values, width, 1, height, width) / lines(values, height, width, width, 1));
        float[] levels = clean.values();
        put(NoiseStatistic.DARK, part(values, i -> levels[i] < 64 / 255f) / deviation);
        put(NoiseStatistic.MIDDLE, part(values, i -> levels[i] >= 64 / 255f && levels[i] < 160 / 255f) / deviation);
        put(NoiseStatistic.BRIGHT, part(values, i -> levels[i] >= 160 / 255f) / deviation);
        float[] smooth = Smoothing.of(clean, 1).values();
        put(NoiseStatistic.FLAT, part(values, i -> gradient(smooth, i) < 2 / 255.) / deviation);
        put(NoiseStatistic.EDGES, part(values, i -> gradient(smooth, i) >= 8 / 255.) / deviation);
        return deviation;
    }

    private void chroma(Pixels noise, double luma) {
        float[] blue = channel(noise, 0);
        float[] red = channel(noise, 1);
        double deviation = Math.sqrt((meanProduct(blue, blue) + meanProduct(red, red)) / 2);
        put(NoiseStatistic.CHROMA, 255 * deviation);
        put(NoiseStatistic.CHROMA_TO_LUMA, deviation / luma);
        for (int i = 0; i < LAGS.length; i++) {
            double both = (correlation(blue, LAGS[i]) + correlation(red, LAGS[i])) / 2;
            put(after(NoiseStatistic.CHROMA_AT_1, i), both);
        }
    }

    private void correlations(float[] values, NoiseStatistic first) {
        for (int i = 0; i < LAGS.length; i++) {
            put(after(first, i), correlation(values, LAGS[i]));
        }
    }

    private static NoiseStatistic after(NoiseStatistic first, int count) {
        return NoiseStatistic.values()[first.ordinal() + count];
    }

    /** At so many pixels, mean of both directions. */
    private double correlation(float[] values, int lag) {
        double across = 0;
        double down = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                across += x + lag < width ? values[i] * values[i + lag] : 0;
                down += y + lag < height ? values[i] * values[i + lag * width] : 0;
            }
        }
        double pairsAcross = (double) (width - lag) * height;
        double pairsDown = (double) width * (height - lag);
        return (across / pairsAcross + down / pairsDown) / 2 / meanProduct(values, values);
    }

    private static double correlation(float[] a, float[] b) {
        return meanProduct(a, b) / Math.sqrt(meanProduct(a, a) * meanProduct(b, b));
    }

    /**
     * Standard deviation of the means of lines; each of so many values, a step apart, and the next line begins a stride
     * after it.
     */
    private static double lines(float[] values, int length, int step, int lines, int stride) {
        double squares = 0;
        for (int line = 0; line < lines; line++) {
            double sum = 0;
            for (int i = 0; i < length; i++) {
                sum += values[line * stride + i * step];
            }
            squares += sum / length * (sum / length);
        }
        return Math.sqrt(squares / lines);
    }

    private static double kurtosis(float[] values) {
        double fourth = 0;
        for (float value : values) {
            fourth += (double) value * value * value * value;
        }
        double square = meanProduct(values, values);
        return fourth / values.length / (square * square);
    }

    /** Root mean square over some pixels; not a number where they are too few. */
    private static double part(float[] values, IntPredicate which) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (which.test(i)) {
                sum += values[i] * values[i];
                count++;
            }
        }
        return count < ENOUGH ? Double.NaN : Math.sqrt(sum / count);
    }

    private double gradient(float[] v, int i) {
        int x = i % width;
        int y = i / width;
        double across = v[x + 1 < width ? i + 1 : i] - v[x > 0 ? i - 1 : i];
        double down = v[y + 1 < height ? i + width : i] - v[y > 0 ? i - width : i];
        return Math.sqrt(across * across + down * down) / 2;
    }

    private static float[] channel(Pixels pixels, int channel) {
        float[] one = new float[pixels.values().length / pixels.channels()];
        for (int i = 0; i < one.length; i++) {
            one[i] = pixels.values()[i * pixels.channels() + channel];
        }
        return centred(one);
    }

    private static float[] centred(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += value / (double) values.length;
        }
        float[] centred = values.clone();
        for (int i = 0; i < centred.length; i++) {
            centred[i] -= (float) mean;
        }
        return centred;
    }

    private static double meanProduct(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum / a.length;
    }
}
