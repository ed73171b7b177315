package io.unveil.pipeline.score;

import java.util.Optional;

/**
 * How to score a picture.
 *
 * @param model the model's name; empty = the shipped one, or else the only one that scores anomalies
 * @param scoring one of the model's scorings; empty = its usual one
 * @param threshold least score of an anomalous picture; empty = {@link #USUAL}, or {@link #UNCALIBRATED} for models
 *     that were never calibrated
 * @param view how to show the result; empty = only numbers
 */
public record ScoreOptions(
        Optional<String> model, Optional<String> scoring, Optional<Threshold> threshold, Optional<AnomalyView> view) {
    /** One in a hundred normal pictures reaches it. */
    public static final double USUAL = 0.99;

    /** Where the network itself is undecided. */
    public static final double UNCALIBRATED = 0.5;
}
