package io.unveil.training;

import io.unveil.data.Loader;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.recipe.Fields;
import java.util.List;

/** The corruption of an example before an autoencoder reads it; the network gets no information about it. */
public sealed interface Corruption permits NoCorruption, NoiseCorruption, OcclusionCorruption {
    /** Names of the tensors of a step beside the clean examples, in order. */
    List<String> tensors();

    /** What the network reads, as an expression of these tensors and the clean examples {@code t} (N, C, H, W). */
    String script();

    /** The examples of each step. */
    Examples examples(Loader loader, long seed);

    /** Such as {@code noise=25}. */
    String condition();

    /** A held-out picture, corrupted with numbers drawn from this seed. */
    Corrupted corrupted(Pixels clean, long seed);

    /**
     * A corrupted picture.
     *
     * @param before the best estimate of the clean picture without a network
     * @param counts pixels where the error counts
     */
    record Corrupted(Pixels picture, Pixels before, Mask counts) {}

    /** Reads the corruption from the training section. */
    static Corruption read(Fields training) {
        if (training.has("noise") && training.has("holes")) {
            training.fault("gives both noise and holes; an autoencoder takes only one corruption");
        }
        if (training.has("noise")) {
            return NoiseCorruption.read(training.fields("noise"));
        }
        return training.has("holes")
                ? new OcclusionCorruption(HoleMixture.read(training.fields("holes")))
                : new NoCorruption();
    }
}
