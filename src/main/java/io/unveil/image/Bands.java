package io.unveil.image;

import java.util.stream.IntStream;

/** Splits the rows of a picture into bands, so that all processors share the work. */
final class Bands {
    private static final int ROWS = 64; // of a band: little work twice at the seams, and enough bands for any machine

    private Bands() {}

    /** A figure of some rows, from one on, to before another. */
    @FunctionalInterface
    interface Figure {
        double of(int from, int to);
    }

    /** The sum over bands of rows 0 to before {@code rows}; equal rows give equal bits, whatever the processors. */
    static double sum(int rows, Figure figure) {
        double[] sums = IntStream.range(0, (rows + ROWS - 1) / ROWS)
                .parallel()
                .mapToDouble(band -> figure.of(band * ROWS, Math.min(rows, (band + 1) * ROWS)))
                .toArray();
        double sum = 0;
        for (double one : sums) {
            sum += one;
        }
        return sum;
    }
}
