package io.unveil.spark;

import java.io.Serializable;

/**
 * The scores of one normal picture.
 *
 * @param scores by each part, in the parts' order
 * @param peaks the highest places of the maps, likewise
 * @param problem why there are none, in a sentence; empty text where there are
 */
record NormalRow(String name, double[] scores, double[] peaks, String problem) implements Serializable {
    static NormalRow left(String name, String problem) {
        return new NormalRow(name, new double[0], new double[0], problem);
    }

    boolean isScored() {
        return problem.isEmpty();
    }
}
