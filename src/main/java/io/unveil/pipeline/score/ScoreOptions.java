package io.unveil.pipeline.score;

import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.ParameterText;
import java.util.Optional;

/**
 * How a picture is to be scored.
 *
 * @param model the model's name; empty = the only one that scores anomalies, or the one that ships
 * @param scoring one of the model's ways; empty = its usual one
 * @param threshold from which score on a picture is anomalous, 0 to 1; empty = {@link #USUAL}, for models that were never calibrated
 *     {@link #UNCALIBRATED}
 * @param view how to show it; empty = not at all, numbers are enough
 */
public record ScoreOptions(
        Optional<String> model, Optional<String> scoring, Optional<Double> threshold, Optional<AnomalyView> view) {
    /** Of normal pictures one in a hundred reaches it. */
    public static final double USUAL = 0.99;

    /** Where the network itself is undecided. */
    public static final double UNCALIBRATED = 0.5;

    private static final String ALLOWED = "a number from 0 to 1";

    public ScoreOptions {
        if (threshold.isPresent() && !(threshold.get() >= 0 && threshold.get() <= 1)) {
            throw new InvalidParameter("threshold", threshold.get().toString(), ALLOWED);
        }
    }

    /** As callers write it; throws {@link InvalidParameter}. */
    public static double parseThreshold(String word) {
        return ParameterText.number("threshold", word, 0, 1, ALLOWED);
    }
}
