package io.unveil.degradation.noise;

import java.util.Arrays;

/** Eigenvalues of a symmetric matrix of a few hundred rows at most; no eigenvectors, which is what makes it short. */
final class SymmetricMatrix {
    private final double[][] a; // the lower triangle is read, and used up
    private final int n;

    private SymmetricMatrix(double[][] lower) {
        a = lower;
        n = lower.length;
    }

    /**
     * The n eigenvalues in rising order, of the symmetric matrix whose lower triangle (row i of at least i + 1 entries) this is. The
     * array is overwritten. Householder's reduction to three diagonals, then QL steps with Wilkinson's shift (Golub and Van Loan,
     * "Matrix Computations", chapter 8): 4/3 n^3 multiply-adds.
     */
    static double[] eigenvalues(double[][] lower) {
        SymmetricMatrix matrix = new SymmetricMatrix(lower);
        double[] diagonal = new double[matrix.n];
        double[] beside = new double[matrix.n];
        matrix.reduce(diagonal, beside);
        diagonalise(diagonal, beside);
        Arrays.sort(diagonal);
        return diagonal;
    }

    /** Leaves the diagonal, and in beside[i] the entry between rows i and i + 1. */
    private void reduce(double[] diagonal, double[] beside) {
        double[] p = new double[n];
        for (int k = n - 1; k > 0; k--) {
            double[] v = a[k]; // its first k entries shall become (0, …, 0, b)
            double norm = 0;
            for (int j = 0; j < k; j++) {
                norm += v[j] * v[j];
            }
            double b = v[k - 1] > 0 ? -Math.sqrt(norm) : Math.sqrt(norm);
            diagonal[k] = v[k];
            beside[k - 1] = b;
            double half = norm - b * v[k - 1]; // half of |v|^2, once b is taken off
            if (half > 0) {
                v[k - 1] -= b;
                reflect(k, v, half, p);
            }
        }
        diagonal[0] = a[0][0];
    }

    /** A - v w' - w v' on the leading k rows, which is H A H with H = 1 - v v' / half. */
    private void reflect(int k, double[] v, double half, double[] p) {
        Arrays.fill(p, 0, k, 0);
        for (int i = 0; i < k; i++) {
            double[] row = a[i];
            double sum = row[i] * v[i];
            for (int j = 0; j < i; j++) {
                sum += row[j] * v[j];
                p[j] += row[j] * v[i];
            }
            p[i] += sum;
        }
        double along = 0;
        for (int i = 0; i < k; i++) {
            p[i] /= half;
            along += p[i] * v[i];
        }
        for (int i = 0; i < k; i++) {
            p[i] -= along / (2 * half) * v[i];
        }
        for (int i = 0; i < k; i++) {
            double[] row = a[i];
            for (int j = 0; j <= i; j++) {
                row[j] -= v[i] * p[j] + p[i] * v[j];
            }
        }
    }

    /** QL with implicit shifts, until every entry beside the diagonal is nothing next to its neighbours. */
    private static void diagonalise(double[] d, double[] e) {
        int n = d.length;
        for (int low = 0; low < n; low++) {
            int high = block(d, e, low);
            while (high > low) {
                sweep(d, e, low, high);
                high = block(d, e, low);
            }
        }
    }

    /** The last row of the block that starts at row low. */
    private static int block(double[] d, double[] e, int low) {
        int high = low;
        while (high < d.length - 1 && Math.abs(e[high]) > Math.ulp(Math.abs(d[high]) + Math.abs(d[high + 1]))) {
            high++;
        }
        return high;
    }

    /** One sweep of rotations from row high up to row low; it shrinks e[low]. */
    private static void sweep(double[] d, double[] e, int low, int high) {
        double t = (d[low + 1] - d[low]) / (2 * e[low]);
        double shift = d[low] - e[low] / (t + Math.copySign(Math.hypot(t, 1), t));
        double g = d[high] - shift;
        double s = 1;
        double c = 1;
        double moved = 0;
        for (int i = high - 1; i >= low; i--) {
            double f = s * e[i];
            double b = c * e[i];
            double r = Math.hypot(f, g);
            if (i + 1 < high) {
                e[i + 1] = r;
            }
            if (r == 0) { // the block falls apart here
                d[i + 1] -= moved;
                return;
            }
            s = f / r;
            c = g / r;
            double before = d[i + 1] - moved;
            double turn = (d[i] - before) * s + 2 * c * b;
            moved = s * turn;
            d[i + 1] = before + moved;
            g = c * turn - b;
        }
        d[low] -= moved;
        e[low] = g;
    }
}
