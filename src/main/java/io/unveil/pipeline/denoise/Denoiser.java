package io.unveil.pipeline.denoise;

import io.unveil.image.Picture;
import io.unveil.inference.Deadline;
import java.time.Duration;
import java.util.OptionalDouble;

/** A way to remove noise. */
sealed interface Denoiser permits NetworkDenoiser, NonLocalMeans {
    /** Its name in the answer. */
    String name();

    /** Where it runs. */
    String device();

    /** Whether it finds the noise by itself: then it takes no sigma. */
    boolean blind();

    /**
     * Removes shares of the noise.
     *
     * @param sigma of the noise, 8-bit levels, above 0; empty where it is blind
     */
    Cleaned clean(NoisyPicture noisy, OptionalDouble sigma, Shares shares, Deadline deadline);

    /** A cleaned picture, and how long its work waited for a free worker. */
    record Cleaned(Picture picture, Duration queue) {}
}
