package io.unveil.training;

import io.unveil.autoencoder.Weights;

/**
 * The vectors from which a training continues: weights, running means of gradients and of their squares, averaged
 * weights, mean norm.
 */
record LearnerState(float[] weights, float[] gradients, float[] squares, float[] averaged, float norm) {
    /** The start of a training: weights drawn from the recipe's seed, everything else zero. */
    static LearnerState start(Recipe recipe) {
        return of(Weights.start(recipe.net(), recipe.seed()));
    }

    /** A training that starts from these weights. */
    static LearnerState of(float[] weights) {
        return new LearnerState(weights, new float[weights.length], new float[weights.length], weights.clone(), 0);
    }
}
