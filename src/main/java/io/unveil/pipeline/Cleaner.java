package io.unveil.pipeline;

import io.unveil.image.Picture;
import io.unveil.inference.Deadline;
import java.time.Duration;

/** A way to take noise away. */
sealed interface Cleaner permits NetworkCleaner, NonLocalMeans {
    /** What the answer calls it. */
    String name();

    /** Where it runs. */
    String device();

    /** Takes the share {@code strength}, above 0 and up to 1, of noise of {@code sigma} 8-bit levels, above 0, away. */
    Cleaned clean(Noisy noisy, double sigma, double strength, Deadline deadline);

    /** A cleaned picture, and how long its work waited for a free worker. */
    record Cleaned(Picture picture, Duration queue) {}
}
