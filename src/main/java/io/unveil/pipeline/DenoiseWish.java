package io.unveil.pipeline;

import java.util.Optional;

/**
 * How a picture is to be cleaned.
 *
 * @param model the model's name; empty = the one that fits the picture's channels
 * @param strength share of the noise found that is taken away, 0 to 1
 * @param quality empty = one pass of the usual model
 */
public record DenoiseWish(
        Sigma sigma, Optional<String> model, double strength, Optional<Quality> quality, Method method) {
    /** Estimate sigma, choose the model, take all the noise away in one pass. */
    public static final DenoiseWish DEFAULT =
            new DenoiseWish(new Sigma.Auto(), Optional.empty(), 1, Optional.empty(), Method.MODEL);

    private static final String STRENGTH = "a number from 0 to 1";

    public DenoiseWish {
        if (!(strength >= 0 && strength <= 1)) { // NaN fails too
            throw new InvalidParameter("strength", Double.toString(strength), STRENGTH);
        }
    }

    boolean prefers(Quality wanted) {
        return quality.filter(wanted::equals).isPresent();
    }

    /** A strength as callers write it; throws {@link InvalidParameter}. */
    public static double parseStrength(String word) {
        return Words.number("strength", word, 0, 1, STRENGTH);
    }
}
