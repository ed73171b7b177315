package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.data.Loader;
import io.unveil.data.Transforms;
import io.unveil.image.Size;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that fills what is hidden of normal pictures. */
class InpaintingLessonTest {
    private static final String SURFACES = "synthetic:surfaces,kind=woven,size=128,count=20";

    private static final String RECIPE = """
            task: anomaly
            net:
              inputs: 1
              area: 64
              layers:
                - convolution: {out: 16, kernel: 4, stride: 2, padding: 1}
                - relu
                - convolution: {out: 24, kernel: 5, padding: 2}
                - relu
                - transposed-convolution: {out: 1, kernel: 4, stride: 2, padding: 1, gain: 0.3}
            training:
              transforms:
                - crop: {at: loose, width: 48, height: 48}
              hidden-cells: {}
              batch: 4
              loss: squared-error
              optimiser: adam
              rate: {peak: 0.01, end: 0.0001, warm-up: 5}
              clip: 2
              average: 0.9
              steps: 40
              validate-every: 1000
              seed: 3
            """;

    @TempDir
    Path folder;

    @Test
    void itLearnsToForetellSmallSquaresBetterThanTheMeanDoes() throws IOException {
        History.Condition last = TinyAutoencoder.trained(RECIPE, SURFACES, folder.resolve("model"), 120);

        assertThat(last.name()).isEqualTo("hidden=4");
        assertThat(last.after()).isGreaterThan(last.before() + 2);
    }

    @Test
    void whatIsHiddenIsReadAsTheMeanAndAThirdIsHidden() throws IOException {
        Recipe recipe = Recipe.read("r.yaml", RECIPE);
        Dataset set = Dataset.read(SURFACES, DatasetPart.TRAINING, 1, new Size(1, 1))
                .through(Transforms.standardised(64))
                .kept();
        Examples examples = recipe.lesson().examples(new Loader(set, recipe.transforms(), 4, 3), 3);
        double hidden = 0;
        for (long step = 1; step <= 10; step++) {
            Given given = Given.of(recipe, examples, step);
            float[] where = given.tensors().get(1);
            for (int i = 0; i < where.length; i++) {
                assertThat(given.read()[i]).isEqualTo(where[i] == 1 ? 0 : given.wanted()[i]);
                hidden += where[i] / where.length / 10;
            }
        }
        assertThat(hidden).isBetween(0.25, 0.42);
    }
}
