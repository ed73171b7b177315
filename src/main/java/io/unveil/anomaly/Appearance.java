package io.unveil.anomaly;

import io.unveil.image.Halving;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;
import io.unveil.image.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a picture looks like on the whole, in a few numbers: brightness, contrast, spectrum and colours, whatever is
 * small in it. The picture is resized to an area of 192 x 192 pixels, proportions kept, and divided into 4 x 4 blocks;
 * each number is the median over the blocks, so a defect in a few of them changes little.
 *
 * <p>Of each block: the mean; the logarithm of the standard deviation; the skewness; at four scales, each half of the
 * one before, the logarithms of the root mean squares of Haar's horizontal and vertical details; in colour also the
 * means of B - Y and R - Y, and the logarithm of their spread. Two more numbers are the interquartile ranges over the
 * blocks of mean and contrast: how even the picture is.
 */
public final class Appearance {
    private static final int SIDE = 192;
    private static final int BLOCKS = 4;
    private static final int SCALES = 4;
    /** A thousandth of white: less than the noise of a camera. */
    private static final double LEAST = 1e-3;

    private Appearance() {}

    /**
     * The numbers of a picture in 1 channel (13 numbers) or 3 (16); gray fills all channels.
     *
     * @param channels as many as the picture has, or 3 for a gray one
     */
    public static double[] of(Source picture, int channels) {
        Size size = picture.size().ofArea((long) SIDE * SIDE);
        Pixels small = inChannels(Resampling.resized(picture, size), channels);
        List<double[]> blocks = new ArrayList<>();
        int width = size.width() / BLOCKS;
        int height = size.height() / BLOCKS;
        for (int i = 0; i < BLOCKS * BLOCKS; i++) {
            blocks.add(block(small.region(i % BLOCKS * width, i / BLOCKS * height, width, height)));
        }
        int count = blocks.get(0).length;
        double[] all = new double[count + 2];
        for (int i = 0; i < count; i++) {
            all[i] = quantile(blocks, i, 0.5);
        }
        for (int i = 0; i < 2; i++) {
            all[count + i] = quantile(blocks, i, 0.75) - quantile(blocks, i, 0.25);
        }
        return all;
    }

    private static Pixels inChannels(Pixels pixels, int channels) {
        if (pixels.channels() == channels) {
            return pixels;
        }
        float[] values = new float[pixels.values().length * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = pixels.values()[i / channels];
        }
        return new Pixels(pixels.width(), pixels.height(), channels, values);
    }

    /**
     * A change of each number that no one would mind, such as light a little brighter.
     *
     * @param count how many numbers there are, as {@link #of} gives them
     */
    static double[] tolerance(int count) {
        double[] tolerance = new double[count];
        Arrays.fill(tolerance, 0.15);
        tolerance[0] = 0.02; // brightness
        tolerance[1] = 0.1; // logarithm of the contrast
        tolerance[2] = 0.3; // skewness
        if (count > 2 * SCALES + 5) {
            tolerance[count - 5] = 0.02; // B - Y
            tolerance[count - 4] = 0.02; // R - Y
        }
        tolerance[count - 2] = 0.01; // how even the brightness is
        tolerance[count - 1] = 0.1;
        return tolerance;
    }

    private static double[] block(Pixels block) {
        Pixels gray = block.channels() == 1 ? block : block.inGray();
        List<Double> numbers = new ArrayList<>();
        double mean = moment(gray, 0, 1);
        double spread = Math.sqrt(moment(gray, mean, 2));
        numbers.add(mean);
        numbers.add(Math.log(spread + LEAST));
        numbers.add(moment(gray, mean, 3) / Math.pow(spread + LEAST, 3));
        Pixels level = gray;
        for (int scale = 0; scale < SCALES; scale++) {
            numbers.add(Math.log(detail(level, 1, 0) + LEAST));
            numbers.add(Math.log(detail(level, 0, 1) + LEAST));
            level = Halving.halved(level);
        }
        if (block.channels() == 3) {
            colours(block, gray, numbers);
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double moment(Pixels pixels, double from, int power) {
        double sum = 0;
        for (float value : pixels.values()) {
            sum += Math.pow(value - from, power);
        }
        return sum / pixels.values().length;
    }

    /**
     * Root mean square of the difference, over two by two pixels, between the second half of them and the first: along
     * a row (1, 0) or along a column (0, 1).
     */
    private static double detail(Pixels level, int across, int down) {
        float[] values = level.values();
        int right = 1;
        int under = level.width();
        double sum = 0;
        int count = 0;
        for (int y = 0; y + 1 < level.height(); y += 2) {
            for (int x = 0; x + 1 < level.width(); x += 2) {
                int at = y * level.width() + x;
                double falling = values[at + right + under] - values[at];
                double rising = values[at + right] - values[at + under];
                double difference = (falling + (across - down) * rising) / 2;
                sum += difference * difference;
                count++;
            }
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }

    private static void colours(Pixels block, Pixels gray, List<Double> numbers) {
        int count = gray.values().length;
        double[] blue = new double[count];
        double[] red = new double[count];
        for (int i = 0; i < count; i++) {
            red[i] = block.values()[3 * i] - gray.values()[i];
            blue[i] = block.values()[3 * i + 2] - gray.values()[i];
        }
        double meanOfBlue = Arrays.stream(blue).average().orElseThrow();
        double meanOfRed = Arrays.stream(red).average().orElseThrow();
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += Math.pow(blue[i] - meanOfBlue, 2) + Math.pow(red[i] - meanOfRed, 2);
        }
        numbers.add(meanOfBlue);
        numbers.add(meanOfRed);
        numbers.add(Math.log(Math.sqrt(squares / count) + LEAST));
    }

    private static double quantile(List<double[]> blocks, int number, double share) {
        double[] sorted =
                blocks.stream().mapToDouble(one -> one[number]).sorted().toArray();
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
