package io.unveil.pipeline.denoise;

import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.ParameterText;
import java.util.Optional;

/**
 * How a picture is to be cleaned.
 *
 * @param model the model's name; empty = the one that fits the picture and its noise
 * @param strength how much of the noise is removed, 0 to 2: 1 what is found, more where that leaves some
 * @param chroma the same for the noise of the colours alone, in units of the strength
 * @param quality empty = one pass of the usual model
 */
public record DenoiseOptions(
        Sigma sigma, Optional<String> model, double strength, double chroma, Optional<Quality> quality, Method method) {
    /** Estimate sigma, choose the model, remove all noise in one pass. */
    public static final DenoiseOptions DEFAULT =
            new DenoiseOptions(new Sigma.Auto(), Optional.empty(), 1, Optional.empty(), Method.MODEL);

    private static final int MOST = 2;
    private static final String AMOUNT = "a number from 0 to 2";

    public DenoiseOptions {
        requireAmount("strength", strength);
        requireAmount("chroma", chroma);
    }

    /** Colours and brightness alike. */
    public DenoiseOptions(
            Sigma sigma, Optional<String> model, double strength, Optional<Quality> quality, Method method) {
        this(sigma, model, strength, 1, quality, method);
    }

    private static void requireAmount(String parameter, double amount) {
        if (!(amount >= 0 && amount <= MOST)) { // NaN fails too
            throw new InvalidParameter(parameter, Double.toString(amount), AMOUNT);
        }
    }

    boolean prefers(Quality wanted) {
        return quality.filter(wanted::equals).isPresent();
    }

    /** Parses the strength; throws {@link InvalidParameter}. */
    public static double parseStrength(String text) {
        return ParameterText.number("strength", text, 0, MOST, AMOUNT);
    }

    /** Parses the strength for colours; throws {@link InvalidParameter}. */
    public static double parseChroma(String text) {
        return ParameterText.number("chroma", text, 0, MOST, AMOUNT);
    }
}
