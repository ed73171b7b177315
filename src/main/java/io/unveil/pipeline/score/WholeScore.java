package io.unveil.pipeline.score;

import io.unveil.anomaly.NormalScores;
import io.unveil.inference.Inspection;
import java.util.Optional;

/**
 * {@link ScoringMethod#WHOLE}: how far a picture is beyond normal ones by both of its parts, z = (score - mean) / spread, summed.
 *
 * @param transforms of normal pictures
 * @param neighbours of the same
 */
record WholeScore(NormalScores transforms, NormalScores neighbours) {
    /** Normal pictures that all score the same have no spread to tell by. */
    private static final double LEAST_SPREAD = 1e-9;

    /** By the calibrations of a model; empty where one of the parts has none. */
    static Optional<WholeScore> of(Inspection inspection) {
        return scores(inspection, ScoringMethod.TRANSFORMS)
                .flatMap(transforms -> scores(inspection, ScoringMethod.NEIGHBOURS)
                        .map(neighbours -> new WholeScore(transforms, neighbours)));
    }

    private static Optional<NormalScores> scores(Inspection inspection, ScoringMethod part) {
        return inspection.scorings().stream()
                .filter(one -> one.name().equals(part.word()))
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
