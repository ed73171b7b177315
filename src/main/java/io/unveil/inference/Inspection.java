package io.unveil.inference;

import io.unveil.anomaly.DrawnDefects;
import io.unveil.anomaly.Familiarity;
import io.unveil.anomaly.NormalScores;
import io.unveil.model.Answer;
import io.unveil.model.Manifest;
import io.unveil.model.ScoringMethod;
import java.util.List;
import java.util.Optional;

/**
 * How a model scores anomalies.
 *
 * @param answer what its planes are
 * @param scorings the model's scorings, the usual one first
 * @param familiarity tells pictures that look like its normal ones; empty where the model does not know these
 * @param nearChance whether it has learnt nearly nothing
 */
public record Inspection(Answer answer, List<Scoring> scorings, Optional<Familiarity> familiarity, boolean nearChance) {
    public Inspection {
        scorings = List.copyOf(scorings);
    }

    /** One scoring, with its calibration; empty until it is calibrated. */
    public record Scoring(ScoringMethod method, Optional<Calibration> calibration) {}

    /**
     * The scores of normal pictures that the model has not learnt from.
     *
     * @param scores of pictures
     * @param peaks of their maps
     * @param defects of normal pictures onto which a defect was drawn; empty where none were measured
     * @param data the set's name
     * @param pictures how many there were
     * @param date when
     */
    public record Calibration(
            NormalScores scores,
            NormalScores peaks,
            Optional<DrawnDefects> defects,
            String data,
            int pictures,
            String date) {}

    /** Of a model that scores anomalies; empty for others. */
    static Optional<Inspection> of(Manifest manifest) {
        return manifest.inspection()
                .map(inspection -> new Inspection(
                        inspection.answer(),
                        inspection.scorings().stream()
                                .map(one -> new Scoring(
                                        one.method(), one.calibration().map(Inspection::calibration)))
                                .toList(),
                        inspection.appearance().map(Inspection::familiarity),
                        manifest.nearChance()));
    }

    private static Familiarity familiarity(Manifest.NormalAppearance normal) {
        return new Familiarity(array(normal.mean()), array(normal.covariance()), normal.limit());
    }

    private static Calibration calibration(Manifest.Calibration measured) {
        return new Calibration(
                new NormalScores(array(measured.scores())),
                new NormalScores(array(measured.peaks())),
                DrawnDefects.of(array(measured.defects())),
                measured.data(),
                measured.pictures(),
                measured.date());
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
