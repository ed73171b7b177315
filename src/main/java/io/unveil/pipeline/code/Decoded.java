package io.unveil.pipeline.code;

import io.unveil.image.Picture;
import io.unveil.pipeline.Timing;

/**
 * A picture made of a latent code, and how it came to be.
 *
 * @param picture 8 bits, PNG if not otherwise asked for
 * @param model the model's name
 * @param device where it ran
 */
public record Decoded(Picture picture, String model, String device, LatentCode code, Timing timing) {}
