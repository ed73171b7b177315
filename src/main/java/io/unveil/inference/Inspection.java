package io.unveil.inference;

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
 */
public record Inspection(Answer answer, List<Scoring> scorings) {
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
     * @param data the set's name
     * @param pictures how many there were
     * @param date when
     */
    public record Calibration(NormalScores scores, NormalScores peaks, String data, int pictures, String date) {}

    static Inspection of(Manifest.Inspection manifest) {
        return new Inspection(
                manifest.answer(),
                manifest.scorings().stream()
                        .map(one -> new Scoring(one.method(), one.calibration().map(Inspection::calibration)))
                        .toList());
    }

    private static Calibration calibration(Manifest.Calibration measured) {
        return new Calibration(
                new NormalScores(array(measured.scores())),
                new NormalScores(array(measured.peaks())),
                measured.data(),
                measured.pictures(),
                measured.date());
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
