package io.unveil.pipeline.score;

import io.unveil.anomaly.NormalScores;
import io.unveil.inference.Inspection;
import io.unveil.model.ScoringMethod;
import java.util.Optional;

/**
 * {@link ScoringMethod#WHOLE}: how far a picture is from normal ones by both parts, z = (score - mean) / standard
 * deviation, summed.
 *
 * @param transforms of normal pictures
 * @param neighbours of the same
 */
record WholeScore(NormalScores transforms, NormalScores neighbours) {
    /** Normal pictures with equal scores have no spread to compare with. */
    private static final double LEAST_SPREAD = 1e-9;

    /** From the calibrations of a model; empty where one of the parts has none. */
    static Optional<WholeScore> of(Inspection inspection) {
        return scores(inspection, ScoringMethod.TRANSFORMS)
                .flatMap(transforms -> scores(inspection, ScoringMethod.NEIGHBOURS)
                        .map(neighbours -> new WholeScore(transforms, neighbours)));
    }

    private static Optional<NormalScores> scores(Inspection inspection, ScoringMethod part) {
        return inspection.scorings().stream()
                .filter(one -> one.method() == part)
                .findFirst()
                .flatMap(Inspection.Scoring::calibration)
                .map(Inspection.Calibration::scores);
    }

    double of(double transformsScore, double neighboursScore) {
        return beyond(transforms, transformsScore) + beyond(neighbours, neighboursScore);
    }

    private static double beyond(NormalScores normal, double score) {
        return (score - normal.mean()) / Math.max(LEAST_SPREAD, normal.spread());
    }
}
