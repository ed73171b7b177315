package io.unveil.data;

import io.unveil.degradation.Draws;
import io.unveil.image.Size;

/**
 * A Gaussian blob on black, G(x, y) = 1 / (2 pi s^2) exp(-(x^2 + y^2) / (2 s^2)) around its centre, given as 2 pi s^2
 * G: the peak is white (1) whatever the width, because in 8 bits G itself would leave nothing of a wide blob. Bars
 * across the whole picture, each of one level, hide parts of the blob. Noise is added over everything. The label is the
 * width s.
 *
 * <p>Blob, bars and noise are drawn from separate random numbers: picture i without bars and noise shows the same blob
 * as picture i with them.
 *
 * @param side of the square picture, in pixels
 * @param width standard deviation s of the blob, in pixels
 * @param centre of the blob, each coordinate a share of the side: 0 the middle of the first pixel, 1 that of the last
 * @param noise standard deviation of the noise, in 8-bit levels, drawn for each picture
 * @param bars how many
 * @param bar thickness of a bar, in whole pixels
 */
record Gaussians(int side, Range width, Range centre, Range noise, int bars, Range bar) implements Drawing {
    /** What is drawn for one picture; each has its own random numbers. */
    private enum Use {
        BLOB,
        BARS,
        NOISE
    }

    static Gaussians read(DrawnOptions options) {
        int side = options.whole("side", 16, 1024, 91);
        return new Gaussians(
                side,
                options.range("width", 0.5, 256, new Range(3, 15)),
                options.range("centre", 0, 1, new Range(0.25, 0.75)),
                options.range("noise", 0, 100, new Range(0, 20)),
                options.whole("bars", 0, 100, 0),
                options.wholeRange("bar", 1, side, new Range(4, 8)));
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Size size() {
        return new Size(side, side);
    }

    @Override
    public Example draw(long seed, int index) {
        Draws draws = draws(seed, index, Use.BLOB);
        double x = centre.draw(draws) * (side - 1);
        double y = centre.draw(draws) * (side - 1);
        double s = width.draw(draws);
        double[] values = blob(x, y, s);
        drawBars(values, draws(seed, index, Use.BARS));
        byte[] samples = Levels.noisy(values, noise, draws(seed, index, Use.NOISE));
        return new Example("gaussian number " + index, size(), 1, samples, new Label.Measure((float) s));
    }

    private static Draws draws(long seed, int index, Use use) {
        return Draws.of(seed, index, use.ordinal());
    }

    /** The product of the blob's profiles along both axes. */
    private double[] blob(double x, double y, double s) {
        double[] across = Bell.of(side, x, s);
        double[] down = Bell.of(side, y, s);
        double[] values = new double[side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = down[i / side] * across[i % side];
        }
        return values;
    }

    private void drawBars(double[] values, Draws draws) {
        for (int i = 0; i < bars; i++) {
            boolean upright = draws.below(2) == 0;
            int thickness = bar.drawWhole(draws);
            int from = draws.below(side - thickness + 1);
            double level = draws.uniform();
            for (int at = 0; at < values.length; at++) {
                int across = upright ? at % side : at / side;
                if (across >= from && across < from + thickness) {
                    values[at] = level;
                }
            }
        }
    }
}
