package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.unveil.autoencoder.TorchEngine;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Noise whose level the network is told. */
class NoiseLessonTest {
    @Test
    void sigmaStaysInTheRecipesRangeAndHalfOfTheExamplesAreClipped() throws IOException {
        Recipe recipe = TinyRecipe.read();
        Examples examples = recipe.lesson().examples(TinyRecipe.loader(recipe), recipe.seed());
        int clipped = 0;
        try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
            for (int step = 1; step <= 250; step++) {
                try (NDManager call = manager.newSubManager()) {
                    List<NDArray> tensors = examples.ofStep(step, call);
                    for (float sigma : tensors.get(1).toFloatArray()) {
                        assertThat(sigma * 255).isBetween(19.999f, 30.001f);
                    }
                    clipped += (int) tensors.get(2).sum().getFloat();
                }
            }
        }
        assertThat(clipped).isBetween(430, 570); // of 1000; five standard deviations are 79
    }
}
