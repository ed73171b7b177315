package io.unveil.degradation.description;

import java.util.List;

/**
 * How far noise goes together, as measured in some blocks of a plane.
 *
 * @param variance of the noise, squared 8-bit levels
 * @param length distance in pixels at which the correlation has fallen to 1/e; 0 where neighbours have less than that
 */
record Correlation(double variance, double length) {
    private static final int FARTHEST = 12; // pixels
    private static final int SIDE = Block.SIDE;
    private static final double[] OFFSETS = new double[SIDE]; // from the middle, of length 1

    static {
        double squares = SIDE * (SIDE * SIDE - 1) / 12.;
        for (int i = 0; i < SIDE; i++) {
            OFFSETS[i] = (i - (SIDE - 1) / 2.) / Math.sqrt(squares);
        }
    }

    /**
     * The mean of what blocks have, each without its slope.
     *
     * @param plane 0 luma, 1 and 2 the differences of colour
     */
    static Correlation of(int plane, List<Block> blocks) {
        double[] products = new double[FARTHEST + 1];
        for (Block block : blocks) {
            double[] rest = rest(block.planes().get(plane), block);
            for (int lag = 0; lag <= FARTHEST; lag++) {
                products[lag] += (product(rest, lag, 1) + product(rest, lag, SIDE)) / 2 / blocks.size();
            }
        }
        return new Correlation(products[0], length(products));
    }

    /** The values of a block, less their plane of least squares. */
    private static double[] rest(Plane plane, Block block) {
        double[] values = new double[SIDE * SIDE];
        double sum = 0;
        double across = 0;
        double down = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = plane.at(block.x() + i % SIDE, block.y() + i / SIDE);
            sum += values[i];
            across += values[i] * OFFSETS[i % SIDE];
            down += values[i] * OFFSETS[i / SIDE];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= sum / values.length + (across * OFFSETS[i % SIDE] + down * OFFSETS[i / SIDE]) / SIDE;
        }
        return values;
    }

    /** Mean product of two values so many steps apart. */
    private static double product(double[] values, int lag, int step) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            boolean inside = step == 1 ? i % SIDE + lag < SIDE : i / SIDE + lag < SIDE;
            if (inside) {
                sum += values[i] * values[i + lag * step];
                count++;
            }
        }
        return sum / count;
    }

    /** Of two planes: the sum of their variances, and the mean of their lengths weighted by these. */
    Correlation with(Correlation other) {
        double all = variance + other.variance;
        return new Correlation(all, all == 0 ? 0 : (variance * length + other.variance * other.length) / all);
    }

    private static double length(double[] products) {
        double limit = products[0] / Math.E;
        if (products[0] <= 0 || products[1] < limit) {
            return 0;
        }
        for (int lag = 1; lag <= FARTHEST; lag++) {
            if (products[lag] < limit) {
                return lag - (limit - products[lag]) / (products[lag - 1] - products[lag]);
            }
        }
        return FARTHEST;
    }
}
