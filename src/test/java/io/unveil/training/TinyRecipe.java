package io.unveil.training;

import ai.djl.Device;
import io.unveil.autoencoder.Precision;
import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.data.Loader;
import io.unveil.image.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A denoiser small enough to be trained in a test. */
final class TinyRecipe {
    static final String TEXT = """
            task: denoise
            net:
              inputs: 2
              layers:
                - convolution: {out: 16, kernel: 3, padding: 1}
                - skip:
                    - convolution: {out: 32, kernel: 2, stride: 2, gain: 0.7}
                    - relu
                    - transposed-convolution: {out: 16, kernel: 2, stride: 2, gain: 0.7}
                - relu
                - convolution: {out: 1, kernel: 3, padding: 1, gain: 0.1}
            training:
              patch: 32
              batch: 4
              noise: {from: 20, to: 30, clipped: 0.5}
              loss: squared-error-over-sigma
              optimiser: muon
              rate: {peak: 0.01, end: 0.0001, warm-up: 5}
              clip: 2
              average: 0.9
              steps: 40
              validate-every: 20
              seed: 3
            """;

    private TinyRecipe() {}

    static Recipe read() {
        return Recipe.read("tiny.yaml", TEXT);
    }

    /** Batches of blobs that the program draws. */
    static Loader loader(Recipe recipe) throws IOException {
        Dataset blobs = Dataset.read("synthetic:gaussians,side=40,count=8", DatasetPart.TRAINING, 1, new Size(32, 32));
        return new Loader(blobs, recipe.transforms(), recipe.batch(), recipe.seed());
    }

    static TrainingPlan plan(Path data, Path output, Budget budget, boolean resume) {
        return plan(TEXT, data, output, budget, resume);
    }

    static TrainingPlan plan(String recipe, Path data, Path output, Budget budget, boolean resume) {
        return new TrainingPlan(
                Recipe.read("tiny.yaml", recipe),
                recipe,
                List.of(data.toString()),
                Optional.empty(),
                Optional.empty(),
                output,
                Precision.FP32,
                Device.cpu(),
                budget,
                Optional.empty(),
                resume,
                "a test",
                "unveil test");
    }

    /** Sees nothing. */
    static class Silent implements Watcher {
        @Override
        public void started(String what) {}

        @Override
        public void stepDone(long step, double done, double seconds, StepResult learned) {}

        @Override
        public void looked(History.Look look, ScoreUnit measure) {}

        @Override
        public void warned(String what) {}

        @Override
        public void deadUnits(List<DeadUnits> layers) {}
    }
}
