package io.unveil.training;

import ai.djl.Device;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.data.Loader;
import io.unveil.image.Size;
import java.io.IOException;

/**
 * How fast a recipe trains on this machine: its real step, on a drawn picture.
 *
 * @param stepsPerSecond of the recipe's batch and patch
 * @param megapixelsPerSecond pixels of patches
 * @param rate 10^9 operations a second, counting two for each multiply-add and three times the forward pass
 */
public record TrainingBenchmark(double stepsPerSecond, double megapixelsPerSecond, double rate) {
    private static final int WARM_UP = 3;
    private static final int STEPS = 10;

    /** Takes some seconds. */
    public static TrainingBenchmark run(Recipe recipe, Precision precision, Device device) throws IOException {
        Loader loader = new Loader(drawn(recipe), recipe.transforms(), recipe.batch(), recipe.seed());
        Examples examples = recipe.lesson().examples(loader, recipe.seed());
        try (Learner learner = Learner.of(recipe, LearnerState.start(recipe), precision, device)) {
            long start = 0;
            for (long step = 1; step <= WARM_UP + STEPS; step++) {
                if (step == WARM_UP + 1) {
                    start = System.nanoTime();
                }
                learner.step(examples, step, 0.5);
            }
            double steps = STEPS / ((System.nanoTime() - start) / 1e9);
            double pixels = steps * recipe.batch() * loader.size().pixels();
            return new TrainingBenchmark(
                    steps, pixels / 1e6, 2 * 3 * pixels * recipe.net().multiplyAddsPerPixel() / 1e9);
        }
    }

    /** Blobs, as large as needed; the content does not matter for the time. */
    private static Dataset drawn(Recipe recipe) throws IOException {
        Size smallest = recipe.transforms().smallest();
        Shape in = recipe.net().input();
        int side = recipe.net().sides() instanceof Sides.Fixed
                ? Math.max(in.height(), in.width())
                : 2 * Math.max(smallest.width(), smallest.height());
        return Dataset.read(
                "synthetic:gaussians,count=4,side=" + side, DatasetPart.TRAINING, recipe.channels(), smallest);
    }
}
