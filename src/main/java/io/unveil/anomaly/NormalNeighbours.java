package io.unveil.anomaly;

import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Normal pictures of one size, and which of them are nearest to another picture. It compares the square roots of their
 * levels, smoothed by a Gaussian of 1/28 of the longer side. With roots, a shape counts as much in the dark as in the
 * light; with smoothing, a small shift counts little. The distance is the root of the mean squared difference of these.
 * Thread-safe.
 *
 * <p>|p - m|^2 = |p|^2 - 2 p m + |m|^2: the products of a picture with all m are one pass over a matrix that lies pixel
 * by pixel, so that the inner loop runs over pictures side by side; black pixels of p are skipped. The few nearest are
 * measured again, exactly.
 */
public final class NormalNeighbours {
    /** How many of the nearest pictures count. */
    static final int NEAREST = 5;

    /** The Gaussian's standard deviation as a share of the longer side. */
    private static final double SMOOTHING = 1 / 28.;

    private final Size size;
    private final int channels;
    private final byte[] levels;
    private final int count;
    private final int length;
    /** The compared numbers: number i of picture j at i * count + j. */
    private final float[] numbers;

    /** The sum of the squares of each picture's numbers. */
    private final float[] squares;

    /** @param levels picture by picture, row by row, channels interleaved, 8 bits unsigned; not copied */
    public NormalNeighbours(Size size, int channels, byte[] levels) {
        this.length = Math.toIntExact(size.pixels() * channels);
        if (levels.length == 0 || levels.length % length != 0) {
            throw new IllegalArgumentException("%d levels do not divide into pictures of %s in %d channels"
                    .formatted(levels.length, size, channels));
        }
        this.size = size;
        this.channels = channels;
        this.levels = levels;
        this.count = levels.length / length;
        this.numbers = new float[levels.length];
        this.squares = new float[count];
        for (int j = 0; j < count; j++) {
            float[] compared = compared(picture(j));
            for (int i = 0; i < length; i++) {
                numbers[i * count + j] = compared[i];
                squares[j] += compared[i] * compared[i];
            }
        }
    }

    /**
     * The nearest normal pictures of another.
     *
     * @param distance mean over the five nearest (all, where there are fewer) of the root of the mean squared
     *     difference
     * @param nearest the nearest one
     * @param mean of the five, pixel by pixel
     */
    public record Found(double distance, Pixels nearest, Pixels mean) {}

    /** Throws IllegalArgumentException for a picture of another size. */
    public Found of(Pixels picture) {
        if (!picture.size().equals(size) || picture.channels() != channels) {
            throw new IllegalArgumentException("a picture of %s in %d channels is not compared with those of %s in %d"
                    .formatted(picture.size(), picture.channels(), size, channels));
        }
        List<Neighbour> nearest = nearest(compared(picture));
        float[] mean = new float[length];
        for (Neighbour one : nearest) {
            float[] values = picture(one.index()).values();
            for (int i = 0; i < length; i++) {
                mean[i] += values[i] / nearest.size();
            }
        }
        return new Found(
                nearest.stream().mapToDouble(Neighbour::distance).average().orElseThrow(),
                picture(nearest.get(0).index()),
                new Pixels(size.width(), size.height(), channels, mean));
    }

    private record Neighbour(int index, double distance) {}

    private List<Neighbour> nearest(float[] asked) {
        float[] roughly = roughly(asked);
        float[] sorted = roughly.clone();
        Arrays.sort(sorted);
        float limit = sorted[Math.min(NEAREST, count) - 1];
        return IntStream.range(0, count)
                .filter(j -> roughly[j] <= limit)
                .mapToObj(j -> new Neighbour(j, distance(asked, j)))
                .sorted(Comparator.comparingDouble(Neighbour::distance))
                .limit(NEAREST)
                .toList();
    }

    /** |m|^2 - 2 p m for each m: rises with its distance from p. */
    private float[] roughly(float[] asked) {
        float[] sums = squares.clone();
        for (int i = 0; i < length; i++) {
            float twice = 2 * asked[i];
            if (twice != 0) {
                int row = i * count;
                for (int j = 0; j < sums.length; j++) {
                    sums[j] -= twice * numbers[row + j];
                }
            }
        }
        return sums;
    }

    private double distance(float[] asked, int index) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            double off = asked[i] - numbers[i * count + index];
            sum += off * off;
        }
        return Math.sqrt(sum / length);
    }

    /** The compared numbers of a picture, channel after channel. */
    private float[] compared(Pixels picture) {
        float[] all = new float[length];
        int pixels = length / channels;
        double sigma = Math.max(size.width(), size.height()) * SMOOTHING;
        for (int channel = 0; channel < channels; channel++) {
            float[] roots = new float[pixels];
            for (int i = 0; i < pixels; i++) {
                roots[i] = (float) Math.sqrt(Math.max(0, picture.values()[i * channels + channel]));
            }
            Pixels smooth = Blur.gaussian(new Pixels(size.width(), size.height(), 1, roots), sigma);
            System.arraycopy(smooth.values(), 0, all, channel * pixels, pixels);
        }
        return all;
    }

    private Pixels picture(int index) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (levels[index * length + i] & 255) / 255f;
        }
        return new Pixels(size.width(), size.height(), channels, values);
    }
}
