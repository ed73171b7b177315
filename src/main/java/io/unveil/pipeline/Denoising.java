package io.unveil.pipeline;

import io.unveil.image.Picture;
import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.inference.Refused;
import java.util.Optional;

/** Cleans pictures of noise. Safe for many threads. */
public final class Denoising {
    public Denoising(Models models) {}

    /** As {@link #denoise(Picture, DenoiseWish, Optional, Deadline)}, however long it takes. */
    public Denoised denoise(Picture noisy, DenoiseWish wish, Optional<Picture> reference) {
        return denoise(noisy, wish, reference, Deadline.none());
    }

    /**
     * The cleaned picture. Throws {@link Refused} when the model is unknown, broken, for another task or for other channels, when the
     * reference is of another size, and when the deadline passes.
     */
    public Denoised denoise(Picture noisy, DenoiseWish wish, Optional<Picture> reference, Deadline deadline) {
        throw new UnsupportedOperationException();
    }
}
