package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.unveil.autoencoder.TorchEngine;
import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.image.Size;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Noise whose level the network is told. */
class NoiseLessonTest {
    private static final int AREA = 32 * 32;
    private static final String TELLING = TinyRecipe.TEXT
            .replace("inputs: 2", "inputs: 3")
            .replace("clipped: 0.5}", "clipped: 0.5, told: sigma-and-clipping}");

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

    @Test
    void aNetworkMayBeGivenWhetherTheNoiseIsClippedAsInFiles() throws IOException {
        Recipe recipe = Recipe.read("r.yaml", TELLING);
        int told = 0;
        for (int step = 1; step <= 4; step++) {
            Given given = Given.of(recipe, recipe.lesson().examples(TinyRecipe.loader(recipe), recipe.seed()), step);
            float[] sigma = given.tensors().get(1);
            for (int example = 0; example < 4; example++) {
                float[] planes = Arrays.copyOfRange(given.read(), example * 3 * AREA, (example + 1) * 3 * AREA);
                assertThat(planes[AREA]).isEqualTo(sigma[example]);
                boolean clipped = planes[2 * AREA] == 1;
                assertThat(Arrays.copyOfRange(planes, 2 * AREA, 3 * AREA)).containsOnly(clipped ? 1 : 0);
                assertThat(isAsInAFile(planes)).isEqualTo(clipped);
                told += clipped ? 1 : 0;
            }
        }
        assertThat(told).as("of 16").isBetween(1, 15);
    }

    private static boolean isAsInAFile(float[] planes) {
        for (int i = 0; i < AREA; i++) {
            float level = (planes[i] + .5f) * 255;
            if (level < -.001 || level > 255.001 || Math.abs(level - Math.round(level)) > .001) {
                return false;
            }
        }
        return true;
    }

    @Test
    void heldOutPicturesHaveNoiseAsItWasDrawnAndTheNetworkIsGivenThat() throws IOException {
        Recipe recipe = Recipe.read("r.yaml", TELLING);
        Dataset blobs = Dataset.read("synthetic:gaussians,side=40,count=8", DatasetPart.TEST, 1, new Size(32, 32));
        Sample sample = recipe.lesson().samples(recipe, blobs).get(0);
        assertThat(sample.planes().channels()).isEqualTo(3);
        assertThat(sample.planes().values()[1]).isCloseTo(15 / 255f, within(1e-6f));
        assertThat(sample.planes().values()[2]).isZero();
    }
}
