package io.unveil.pipeline.score;

import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.ParameterText;
import java.util.Optional;

/**
 * How to score a picture.
 *
 * @param model the model's name; empty = the shipped one, or else the only one that scores anomalies
 * @param scoring one of the model's scorings; empty = its usual one
 * @param threshold least score of an anomalous picture, 0 to 1; empty = {@link #USUAL}, or {@link #UNCALIBRATED} for
 *     models that were never calibrated
 * @param view how to show the result; empty = only numbers
 */
public record ScoreOptions(
        Optional<String> model, Optional<String> scoring, Optional<Double> threshold, Optional<AnomalyView> view) {
    /** One in a hundred normal pictures reaches it. */
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
