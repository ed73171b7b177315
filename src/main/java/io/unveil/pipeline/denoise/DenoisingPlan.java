package io.unveil.pipeline.denoise;

import io.unveil.degradation.description.NoiseDescription;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is done to a picture.
 *
 * @param noise what noise the picture has; empty where it was not looked at
 * @param sigma noise level used, 8-bit levels; empty where the denoiser is blind
 * @param estimated whether sigma, or the choice of the denoiser, comes from the picture
 * @param untouched whether the picture is left as it is
 * @param notes what was chosen and why, a sentence each
 */
record DenoisingPlan(
        Optional<NoiseDescription> noise,
        Denoiser denoiser,
        OptionalDouble sigma,
        boolean estimated,
        boolean untouched,
        List<String> notes) {}
