package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.unveil.autoencoder.TorchEngine;
import io.unveil.data.Photograph;
import io.unveil.image.Size;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a step is given follows from seed and step alone. */
class PatchesTest {
    private static final Recipe RECIPE = TinyRecipe.read();

    /** A picture whose samples tell where they lie. */
    private static Photograph numbered() {
        byte[] samples = new byte[32 * 32];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i / 32 * 5 + i % 32);
        }
        return new Photograph("numbered", new Size(32, 32), 1, samples);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    @Test
    void theSameStepGivesTheSamePatchesWhateverCameBefore() {
        byte[] clean = bytes(new Patches(RECIPE, List.of(numbered())).ofStep(7));

        Patches used = new Patches(RECIPE, List.of(numbered()));
        used.ofStep(1);
        used.ofStep(1000);

        assertThat(bytes(used.ofStep(7))).containsExactly(clean);
        assertThat(bytes(used.ofStep(8))).isNotEqualTo(clean);
    }

    @Test
    void aPatchComesInAllEightWaysOfTurningAndMirroring() {
        Patches patches = new Patches(RECIPE, List.of(numbered()));
        Set<List<Byte>> corners = new HashSet<>();
        for (int step = 1; step < 40; step++) {
            byte[] first = bytes(patches.ofStep(step));
            corners.add(List.of(first[0], first[1], first[32]));
        }
        assertThat(corners).hasSize(8);
    }

    @Test
    void sigmaStaysInTheRecipesRangeAndHalfOfThePatchesAreClipped() {
        Examples examples = RECIPE.damage().examples(RECIPE, List.of(numbered()));
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
