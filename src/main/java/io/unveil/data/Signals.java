package io.unveil.data;

import io.unveil.degradation.Draws;
import io.unveil.image.Size;
import java.util.Arrays;

/**
 * A signal as a picture of height 1: a sum of bells (the Gaussian in one dimension), steps and sines, each up or down
 * by 0.3 to 1, moved and stretched to reach from 0.1 to 0.9. No label.
 *
 * @param length in pixels
 * @param parts how many are summed
 * @param noise standard deviation of the noise, in 8-bit levels, drawn for each signal; it has its own random numbers:
 *     signal i without noise is the clean form of signal i with noise
 */
record Signals(int length, Range parts, Range noise) implements Drawing {
    private static final double LOWEST = 0.1;
    private static final double HIGHEST = 0.9;

    static Signals read(DrawnOptions options) {
        return new Signals(
                options.whole("length", 16, 65_536, 256),
                options.wholeRange("parts", 1, 100, new Range(3, 6)),
                options.range("noise", 0, 100, new Range(0, 0)));
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Size size() {
        return new Size(length, 1);
    }

    @Override
    public Example draw(long seed, int index) {
        Draws draws = Draws.of(seed, index, 0);
        double[] sum = new double[length];
        for (int i = parts.drawWhole(draws); i > 0; i--) {
            add(sum, draws);
        }
        stretch(sum);
        return new Example(
                "signal number " + index, size(), 1, Levels.noisy(sum, noise, Draws.of(seed, index, 1)), Label.NONE);
    }

    private void add(double[] sum, Draws draws) {
        double height = (draws.below(2) == 0 ? -1 : 1) * new Range(0.3, 1).draw(draws);
        double[] part = switch (draws.below(3)) {
            case 0 -> Bell.of(length, draws.uniform() * length, new Range(length / 64., length / 12.).draw(draws));
            case 1 -> step(1 + draws.below(length - 1));
            default -> sine(new Range(length / 16., length / 2.).draw(draws), draws.uniform());
        };
        for (int i = 0; i < length; i++) {
            sum[i] += height * part[i];
        }
    }

    private double[] step(int from) {
        double[] values = new double[length];
        Arrays.fill(values, from, length, 1);
        return values;
    }

    /** Scaled to lie between 0 and 1. */
    private double[] sine(double period, double phase) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = 0.5 + 0.5 * StrictMath.sin(2 * Math.PI * (i / period + phase));
        }
        return values;
    }

    private static void stretch(double[] values) {
        double least = values[0];
        double most = values[0];
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double scale = (HIGHEST - LOWEST) / Math.max(most - least, 1e-9); // steps that undo each other stay flat
        for (int i = 0; i < values.length; i++) {
            values[i] = LOWEST + scale * (values[i] - least);
        }
    }
}
