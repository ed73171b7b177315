package io.unveil.training;

import io.unveil.data.Loader;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.recipe.Fields;
import java.util.List;

/** What is done to an example before an autoencoder sees it, which is not told. */
public sealed interface Corruption permits NoCorruption, NoiseCorruption, OcclusionCorruption {
    /** Names of the tensors of a step beside the clean examples, in order. */
    List<String> tensors();

    /** What the network reads, as an expression of these tensors and the clean examples {@code t} (N, C, H, W). */
    String script();

    /** What each step is given. */
    Examples examples(Loader loader, long seed);

    /** Such as {@code noise=25}. */
    String condition();

    /** A held-out picture, spoiled with numbers drawn from this seed. */
    Spoiled spoiled(Pixels clean, long seed);

    /**
     * A spoiled picture.
     *
     * @param before the best that can be said of the clean one without a network
     * @param counts where the error of a repair counts
     */
    record Spoiled(Pixels picture, Pixels before, Mask counts) {}

    /** What the section on training says of it. */
    static Corruption read(Fields training) {
        if (training.has("noise") && training.has("holes")) {
            training.fault("gives both noise and holes; an autoencoder is spoiled by one of them");
        }
        if (training.has("noise")) {
            return NoiseCorruption.read(training.fields("noise"));
        }
        return training.has("holes")
                ? new OcclusionCorruption(HoleMixture.read(training.fields("holes")))
                : new NoCorruption();
    }
}
