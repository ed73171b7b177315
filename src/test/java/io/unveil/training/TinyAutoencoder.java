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

/** Autoencoders and nets that measure, small enough to be trained in a test, on pictures that the program draws. */
final class TinyAutoencoder {
    /** Blobs of 16 x 16. */
    static final String BLOBS = "synthetic:gaussians,side=16,width=1..4,noise=0,count=200";

    private TinyAutoencoder() {}

    /** A recipe for 16 x 16 pixels; the lesson is the line on what spoils the examples, or empty. */
    static String text(String lesson) {
        return text(lesson, """
                - convolution: {out: 8, kernel: 3, stride: 2, padding: 1}
                - relu
                - code
                - transposed-convolution: {out: 1, kernel: 2, stride: 2}
            """);
    }

    /** The same with layers of one's own, as a recipe lists them. */
    static String text(String lesson, String layers) {
        return """
            task: autoencode
            net:
              inputs: 1
              height: 16
              width: 16
              layers:
            %straining:
              batch: 8
              %s
              loss: squared-error
              optimiser: adam
              rate: {peak: 0.01, end: 0.0001, warm-up: 5}
              clip: 2
              average: 0.9
              steps: 40
              validate-every: 1000
              seed: 3
            """.formatted(layers.indent(2), lesson);
    }

    static Loader loader(Recipe recipe, String data) throws IOException {
        Dataset set = Dataset.read(data, DatasetPart.TRAINING, recipe.channels(), new Size(1, 1));
        return new Loader(set, recipe.transforms(), recipe.batch(), recipe.seed());
    }

    static TrainingPlan plan(String recipe, String data, Path output, int steps) {
        return new TrainingPlan(
                Recipe.read("tiny.yaml", recipe),
                recipe,
                List.of(data),
                Optional.empty(),
                Optional.empty(),
                output,
                Precision.FP32,
                Device.cpu(),
                new Budget.Steps(steps),
                Optional.empty(),
                false,
                "a test",
                "unveil test");
    }

    /** The last look of a training of so many steps. */
    static History.Condition trained(String recipe, String data, Path output, int steps) throws IOException {
        History history = Training.run(plan(recipe, data, output, steps), new TinyRecipe.Silent(), () -> false);
        return history.looks().get(history.looks().size() - 1).conditions().get(0);
    }
}
