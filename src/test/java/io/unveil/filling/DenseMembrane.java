package io.unveil.filling;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;

/**
 * The harmonic fill again, as one dense system of equations solved by elimination: slow, and plain to see that it is
 * right.
 */
final class DenseMembrane {
    private DenseMembrane() {}

    static Pixels fill(Pixels picture, Mask hole) {
        int width = picture.width();
        int pixels = width * picture.height();
        float[] values = picture.values().clone();
        for (int c = 0; c < picture.channels(); c++) {
            double[][] rows = new double[pixels][pixels + 1];
            for (int i = 0; i < pixels; i++) {
                if (hole.at(i % width, i / width)) {
                    equation(rows[i], i, width, picture.height());
                } else {
                    rows[i][i] = 1;
                    rows[i][pixels] = values[i * picture.channels() + c];
                }
            }
            double[] solved = solve(rows);
            for (int i = 0; i < pixels; i++) {
                values[i * picture.channels() + c] = (float) solved[i];
            }
        }
        return new Pixels(width, picture.height(), picture.channels(), values);
    }

    /** As many times the pixel as it has neighbours, less the neighbours, is nothing. */
    private static void equation(double[] row, int pixel, int width, int height) {
        int x = pixel % width;
        int y = pixel / width;
        for (int[] step : new int[][] {{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
            if (x + step[0] >= 0 && x + step[0] < width && y + step[1] >= 0 && y + step[1] < height) {
                row[pixel] += 1;
                row[pixel + step[0] + step[1] * width] -= 1;
            }
        }
    }

    private static double[] solve(double[][] rows) {
        int n = rows.length;
        for (int k = 0; k < n; k++) { // diagonally dominant: no pivoting
            for (int i = k + 1; i < n; i++) {
                double factor = rows[i][k] / rows[k][k];
                for (int j = k; j <= n && factor != 0; j++) {
                    rows[i][j] -= factor * rows[k][j];
                }
            }
        }
        double[] solved = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = rows[i][n];
            for (int j = i + 1; j < n; j++) {
                sum -= rows[i][j] * solved[j];
            }
            solved[i] = sum / rows[i][i];
        }
        return solved;
    }
}
