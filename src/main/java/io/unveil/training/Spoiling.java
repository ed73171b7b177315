package io.unveil.training;

import io.unveil.autoencoder.Fields;
import io.unveil.data.Loader;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import java.util.List;

/** What is done to an example before an autoencoder sees it, which is not told. */
public sealed interface Spoiling permits Unspoiled, HiddenNoise, HiddenHoles {
    /** Names of the tensors of a step beside the clean examples, in order. */
    List<String> tensors();

    /** What the network reads, as an expression of these tensors and the clean examples {@code t} (N, C, H, W). */
    String script();

    /** What each step is given. */
    Examples examples(Loader loader, long seed);

    /** Such as {@code noise=25}. */
    String condition();

    /** A picture spoiled from a seed. */
    Spoiled spoil(Pixels clean, long seed);

    /**
     * A spoiled picture.
     *
     * @param counts where the error of a repair counts
     */
    record Spoiled(Pixels picture, Mask counts) {}

    /** What the section on training says of it. */
    static Spoiling read(Fields training) {
        if (training.has("noise")) {
            return HiddenNoise.read(training.fields("noise"));
        }
        return training.has("holes") ? new HiddenHoles(HoleMixture.read(training.fields("holes"))) : new Unspoiled();
    }
}
