package io.unveil.pipeline.denoise;

import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.ParameterText;
import java.util.Optional;

/**
 * How to clean a picture.
 *
 * @param model the model's name; empty = the one that fits the picture's channels
 * @param strength share of the noise to remove, 0 to 1
 * @param quality empty = one pass of the usual model
 */
public record DenoiseOptions(
        Sigma sigma, Optional<String> model, double strength, Optional<Quality> quality, Method method) {
    /** Estimate sigma, choose the model, remove all the noise in one pass. */
    public static final DenoiseOptions DEFAULT =
            new DenoiseOptions(new Sigma.Auto(), Optional.empty(), 1, Optional.empty(), Method.MODEL);

    private static final String STRENGTH = "a number from 0 to 1";

    public DenoiseOptions {
        if (!(strength >= 0 && strength <= 1)) { // NaN fails too
            throw new InvalidParameter("strength", Double.toString(strength), STRENGTH);
        }
    }

    boolean prefers(Quality wanted) {
        return quality.filter(wanted::equals).isPresent();
    }

    /** A strength as callers write it; throws {@link InvalidParameter}. */
    public static double parseStrength(String word) {
        return ParameterText.number("strength", word, 0, 1, STRENGTH);
    }
}
