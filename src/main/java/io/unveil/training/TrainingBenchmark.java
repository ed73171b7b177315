package io.unveil.training;

import ai.djl.Device;
import io.unveil.autoencoder.Precision;
import io.unveil.data.Photograph;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import java.util.List;

/**
 * How fast a recipe trains here: its real step, on a drawn picture.
 *
 * @param stepsPerSecond of the recipe's batch and patch
 * @param megapixelsPerSecond patches seen
 * @param rate 10^9 operations a second, counting two for each multiply-add and three times the forward pass
 */
public record TrainingBenchmark(double stepsPerSecond, double megapixelsPerSecond, double rate) {
    private static final int WARM_UP = 3;
    private static final int STEPS = 10;

    /** Takes some seconds. */
    public static TrainingBenchmark run(Recipe recipe, Precision precision, Device device) {
        Examples examples = recipe.damage().examples(recipe, List.of(drawn(recipe)));
        try (Learner learner = Learner.of(recipe, LearnerState.start(recipe), precision, device)) {
            long start = 0;
            for (long step = 1; step <= WARM_UP + STEPS; step++) {
                if (step == WARM_UP + 1) {
                    start = System.nanoTime();
                }
                learner.step(examples, step, 0.5);
            }
            double steps = STEPS / ((System.nanoTime() - start) / 1e9);
            double pixels = steps * recipe.batch() * recipe.patch() * recipe.patch();
            return new TrainingBenchmark(
                    steps, pixels / 1e6, 2 * 3 * pixels * recipe.net().multiplyAddsPerPixel() / 1e9);
        }
    }

    /** Waves in all directions; what is on it does not matter to the clock. */
    private static Photograph drawn(Recipe recipe) {
        int side = 2 * recipe.patch();
        float[] values = new float[side * side * recipe.channels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.5 + 0.4 * Math.sin(i * 0.01) * Math.cos(i * 0.13));
        }
        Picture picture = Picture.of(new Pixels(side, side, recipe.channels(), values), BitDepth.EIGHT, Format.PNG);
        return Photograph.of("waves", picture, recipe.channels());
    }
}
