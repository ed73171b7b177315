package io.unveil.pipeline.code;

import io.unveil.image.Picture;
import io.unveil.pipeline.Timing;

/**
 * A picture decoded from a latent code, and how it was made.
 *
 * @param picture 8 bits; PNG unless another format is requested
 * @param model the model's name
 * @param device where it ran
 */
public record Decoded(Picture picture, String model, String device, LatentCode code, Timing timing) {}
