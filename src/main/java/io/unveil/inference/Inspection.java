package io.unveil.inference;

import io.unveil.anomaly.NormalScores;
import io.unveil.model.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * How a model tells how anomalous pictures are.
 *
 * @param answer what its planes are, such as {@code correction-and-defect}
 * @param scorings the ways in which a picture can be scored, the usual one first
 */
public record Inspection(String answer, List<Scoring> scorings) {
    public Inspection {
        scorings = List.copyOf(scorings);
    }

    /** One of these ways, with what normal pictures come to by it; empty until that was measured. */
    public record Scoring(String name, Optional<Calibration> calibration) {}

    /**
     * What normal pictures come to that the model has not learnt from.
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
                        .map(one -> new Scoring(one.name(), one.calibration().map(Inspection::calibration)))
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
