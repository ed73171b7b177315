package io.unveil.degradation.description;

/**
 * A plane cut into tiles of 8 x 8 values, each with the variance that is left in it when the plane of least squares is
 * taken off, so that a slow change of brightness does not count.
 */
final class Tiles {
    static final int SIDE = 8;

    /** Sum of the squared offsets from the middle of a tile, over its rows and columns. */
    private static final double SLOPES = SIDE * SIDE * (SIDE * SIDE - 1) / 12.;

    /** Values of a tile, less the three that determine a plane. */
    private static final int FREEDOM = SIDE * SIDE - 3;

    private final int columns;
    private final int rows;
    private final float[] variance;

    /** @param step from one tile to the next, in values */
    Tiles(Plane plane, int step) {
        columns = plane.width() < SIDE ? 0 : (plane.width() - SIDE) / step + 1;
        rows = plane.height() < SIDE ? 0 : (plane.height() - SIDE) / step + 1;
        variance = new float[columns * rows];
        for (int i = 0; i < variance.length; i++) {
            variance[i] = (float) variance(plane, i % columns * step, i / columns * step);
        }
    }

    private static double variance(Plane plane, int left, int top) {
        float first = plane.at(left, top);
        double sum = 0;
        double squares = 0;
        double across = 0;
        double down = 0;
        for (int y = 0; y < SIDE; y++) {
            double row = 0;
            for (int x = 0; x < SIDE; x++) {
                double value = plane.at(left + x, top + y) - first;
                row += value;
                squares += value * value;
                across += value * (x - (SIDE - 1) / 2.);
            }
            sum += row;
            down += row * (y - (SIDE - 1) / 2.);
        }
        double rest = squares - sum * sum / (SIDE * SIDE) - (across * across + down * down) / SLOPES;
        return Math.max(0, rest) / FREEDOM;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** The variance left in a tile. */
    double variance(int column, int row) {
        return variance[row * columns + column];
    }

    /** Mean variance of so many tiles a side, from this one on. */
    double mean(int column, int row, int side) {
        double sum = 0;
        for (int i = 0; i < side * side; i++) {
            sum += variance(column + i % side, row + i / side);
        }
        return sum / (side * side);
    }
}
