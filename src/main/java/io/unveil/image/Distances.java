package io.unveil.image;

import java.util.Arrays;

/**
 * The exact distance of each pixel of a hole from the nearest known pixel: first along the columns, then along each row
 * by the lower envelope of parabolas (Felzenszwalb and Huttenlocher 2012, "Distance Transforms of Sampled Functions",
 * section 2).
 */
final class Distances {
    /** Longer than any distance in a picture, and short enough to be squared and added without overflow. */
    private static final int FAR = 30_000;

    private final Mask hole;
    private final int width;
    private final int height;

    private Distances(Mask hole) {
        this.hole = hole;
        this.width = hole.size().width();
        this.height = hole.size().height();
    }

    /**
     * Distances in pixels, row by row; 0 at known pixels, and larger than any picture where there are no known pixels.
     */
    static float[] ofHole(Mask hole) {
        return new Distances(hole).distances();
    }

    private float[] distances() {
        int[] alongColumns = alongColumns();
        float[] distances = new float[width * height];
        double[] row = new double[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double above = alongColumns[y * width + x];
                row[x] = above * above;
            }
            envelope(row, distances, y * width);
        }
        return distances;
    }

    private int[] alongColumns() {
        int[] steps = new int[width * height];
        int[] down = new int[width];
        int[] up = new int[width];
        Arrays.fill(down, FAR);
        Arrays.fill(up, FAR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                down[x] = hole.at(x, y) ? Math.min(FAR, down[x] + 1) : 0;
                steps[y * width + x] = down[x];
            }
        }
        for (int y = height - 1; y >= 0; y--) {
            for (int x = 0; x < width; x++) {
                up[x] = hole.at(x, y) ? Math.min(FAR, up[x] + 1) : 0;
                steps[y * width + x] = Math.min(steps[y * width + x], up[x]);
            }
        }
        return steps;
    }

    /** Writes the roots of min over u of (x - u)^2 + squares[u], for each x of a row. */
    private void envelope(double[] squares, float[] distances, int at) {
        int[] lowest = new int[width]; // the u whose parabolas make the envelope
        double[] from = new double[width + 1]; // where each becomes the lowest
        int last = 0;
        from[0] = Double.NEGATIVE_INFINITY;
        for (int u = 1; u < width; u++) {
            double meets = meet(squares, lowest[last], u);
            while (last > 0 && meets <= from[last]) {
                last--;
                meets = meet(squares, lowest[last], u);
            }
            last++;
            lowest[last] = u;
            from[last] = meets;
        }
        from[last + 1] = Double.POSITIVE_INFINITY;
        for (int x = 0, i = 0; x < width; x++) {
            while (from[i + 1] < x) {
                i++;
            }
            double across = x - lowest[i];
            distances[at + x] = (float) Math.sqrt(across * across + squares[lowest[i]]);
        }
    }

    private static double meet(double[] squares, int u, int v) {
        return ((squares[v] + (double) v * v) - (squares[u] + (double) u * u)) / (2.0 * (v - u));
    }
}
