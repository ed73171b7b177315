package io.unveil.training;

import java.math.BigDecimal;

/**
 * How slowly the running means of a step forget: mean = w mean + (1 - w) new.
 *
 * @param gradients w of the mean gradient, Adam's first beta (Kingma and Ba 2015)
 * @param squares w of the mean square of the gradient, Adam's second beta
 * @param norm w of the mean norm of the gradient, by which it is clipped
 */
record MeanWeights(double gradients, double squares, double norm) {
    /** Those of every training; an exported step carries them. */
    static final MeanWeights OURS = new MeanWeights(0.9, 0.999, 0.99);

    /** 1 - w, without the error of binary fractions. */
    static BigDecimal ofNew(double weight) {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(weight));
    }

    /** Adam's correction of the rate for means that started at 0. */
    double correction(long step) {
        return Math.sqrt(1 - Math.pow(squares, (double) step)) / (1 - Math.pow(gradients, (double) step));
    }

    /** The share of the mean norm that steps before this one make up. */
    double measured(long step) {
        return 1 - Math.pow(norm, step - 1.0);
    }
}
