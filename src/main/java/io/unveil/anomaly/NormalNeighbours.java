package io.unveil.anomaly;

import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Normal pictures of one size, and which of them are nearest to another picture: by the Euclidean distance of their pixels, told as the root of the mean
 * squared difference. Safe for many threads.
 *
 * <p>|p - m|^2 = |p|^2 - 2 p m + |m|^2: the products of a picture with all m are one pass over a matrix that lies pixel by pixel, so that the inner loop
 * runs over pictures side by side; black pixels of p are passed over. The few that come out nearest are measured again, exactly.
 */
public final class NormalNeighbours {
    /** How many of the nearest count. */
    static final int NEAREST = 5;

    private final Size size;
    private final int channels;
    private final byte[] levels;
    private final int count;
    /** Value i of picture j at i * count + j. */
    private final float[] values;

    private final float[] squares;

    /** @param levels picture by picture, row by row, channels interleaved, 8 bits unsigned; not copied */
    public NormalNeighbours(Size size, int channels, byte[] levels) {
        int length = Math.toIntExact(size.pixels() * channels);
        if (levels.length == 0 || levels.length % length != 0) {
            throw new IllegalArgumentException(
                    "%d levels are no pictures of %s in %d channels".formatted(levels.length, size, channels));
        }
        this.size = size;
        this.channels = channels;
        this.levels = levels;
        this.count = levels.length / length;
        this.values = new float[levels.length];
        this.squares = new float[count];
        for (int j = 0; j < count; j++) {
            for (int i = 0; i < length; i++) {
                float value = value(j, i);
                values[i * count + j] = value;
                squares[j] += value * value;
            }
        }
    }

    /**
     * The nearest normal pictures of another.
     *
     * @param distance mean over the five nearest (all, where there are fewer) of the root of the mean squared difference, values in [0, 1]
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
        List<Neighbour> nearest = nearest(picture.values());
        double distance =
                nearest.stream().mapToDouble(Neighbour::distance).average().orElseThrow();
        float[] mean = new float[picture.values().length];
        for (Neighbour one : nearest) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += value(one.index(), i) / nearest.size();
            }
        }
        float[] first = new float[mean.length];
        for (int i = 0; i < first.length; i++) {
            first[i] = value(nearest.get(0).index(), i);
        }
        return new Found(distance, pixels(first), pixels(mean));
    }

    private record Neighbour(int index, double distance) {}

    private List<Neighbour> nearest(float[] picture) {
        float[] roughly = roughly(picture);
        float[] sorted = roughly.clone();
        Arrays.sort(sorted);
        float limit = sorted[Math.min(NEAREST, count) - 1];
        return IntStream.range(0, count)
                .filter(j -> roughly[j] <= limit)
                .mapToObj(j -> new Neighbour(j, distance(picture, j)))
                .sorted(Comparator.comparingDouble(Neighbour::distance))
                .limit(NEAREST)
                .toList();
    }

    /** |m|^2 - 2 p m for each m: rises with its distance from p. */
    private float[] roughly(float[] picture) {
        float[] sums = squares.clone();
        for (int i = 0; i < picture.length; i++) {
            float twice = 2 * picture[i];
            if (twice != 0) {
                int row = i * count;
                for (int j = 0; j < sums.length; j++) {
                    sums[j] -= twice * values[row + j];
                }
            }
        }
        return sums;
    }

    private double distance(float[] picture, int index) {
        double sum = 0;
        for (int i = 0; i < picture.length; i++) {
            double off = picture[i] - value(index, i);
            sum += off * off;
        }
        return Math.sqrt(sum / picture.length);
    }

    private float value(int picture, int i) {
        return (levels[picture * Math.toIntExact(size.pixels() * channels) + i] & 255) / 255f;
    }

    private Pixels pixels(float[] made) {
        return new Pixels(size.width(), size.height(), channels, made);
    }
}
