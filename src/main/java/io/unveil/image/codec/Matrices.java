package io.unveil.image.codec;

/** Three by three numbers, row by row. */
final class Matrices {
    private Matrices() {}

    static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int i = 0; i < 3; i++) {
                product[row] += matrix[row][i] * vector[i];
            }
        }
        return product;
    }

    static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                transposed[column][row] = matrix[row][column];
            }
        }
        return transposed;
    }

    /** The x of matrix x = vector, by Cramer's rule. */
    static double[] solve(double[][] matrix, double[] vector) {
        double[][] columns = transposed(matrix);
        double whole = determinant(columns);
        double[] solution = new double[3];
        for (int i = 0; i < 3; i++) {
            double[][] replaced = columns.clone();
            replaced[i] = vector;
            solution[i] = determinant(replaced) / whole;
        }
        return solution;
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }
}
