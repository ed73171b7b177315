package io.unveil.degradation.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The eigenvalues of a symmetric matrix")
class SymmetricMatrixTest {
    @Test
    @DisplayName("are 1 and 3 for ((2, 1), (1, 2))")
    void byHand() {
        assertThat(SymmetricMatrix.eigenvalues(new double[][] {{2}, {1, 2}}))
                .containsExactly(new double[] {1, 3}, within(1e-14));
    }

    @Test
    @DisplayName("are all 0 for nothing and all 1 for the identity")
    void ofFlatMatrices() {
        assertThat(SymmetricMatrix.eigenvalues(new double[4][4])).containsExactly(0, 0, 0, 0);
        assertThat(SymmetricMatrix.eigenvalues(new double[][] {{1}, {0, 1}, {0, 0, 1}}))
                .containsExactly(1, 1, 1);
    }

    @ParameterizedTest(name = "are 2 - 2 cos(pi k / {0}) for a path of {0} nodes")
    @ValueSource(ints = {1, 2, 3, 49, 192})
    void ofAPath(int n) {
        double[][] laplacian = new double[n][n];
        for (int i = 0; i < n; i++) {
            laplacian[i][i] = (i > 0 ? 1 : 0) + (i < n - 1 ? 1 : 0);
            if (i > 0) {
                laplacian[i][i - 1] = -1;
            }
        }
        double[] found = SymmetricMatrix.eigenvalues(laplacian);
        for (int k = 0; k < n; k++) {
            assertThat(found[k]).isCloseTo(2 - 2 * Math.cos(Math.PI * k / n), within(1e-12));
        }
    }

    @Test
    @DisplayName(
            "are those that went in, after 60 reflections of a diagonal: 1e-6 is found beside 1e3, and a pair is found twice")
    void afterReflections() {
        int n = 40;
        double[][] full = new double[n][n];
        for (int i = 0; i < n; i++) {
            full[i][i] = i == 0 ? 1e-6 : i < 3 ? 1 : i == n - 1 ? 1e3 : i;
        }
        SplittableRandom random = new SplittableRandom(1);
        for (int turn = 0; turn < 60; turn++) {
            full = reflected(full, random.doubles(n, -1, 1).toArray());
        }
        double[] found = SymmetricMatrix.eigenvalues(full);
        assertThat(found[0]).isCloseTo(1e-6, within(1e-10));
        assertThat(found[1]).isCloseTo(1, within(1e-10));
        assertThat(found[2]).isCloseTo(1, within(1e-10));
        assertThat(found[20]).isCloseTo(20, within(1e-10));
        assertThat(found[n - 1]).isCloseTo(1e3, within(1e-9));
    }

    /** H A H, H = 1 - 2 v v' / v'v, summed as it is written. */
    private static double[][] reflected(double[][] a, double[] v) {
        int n = v.length;
        double norm = 0;
        for (double x : v) {
            norm += x * x;
        }
        double[][] h = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                h[i][j] = (i == j ? 1 : 0) - 2 * v[i] * v[j] / norm;
            }
        }
        return times(times(h, a), h);
    }

    private static double[][] times(double[][] a, double[][] b) {
        int n = a.length;
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }
}
