package io.unveil.pipeline.score;

import io.unveil.anomaly.Box;
import io.unveil.image.Difference;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import io.unveil.model.ScoringMethod;
import io.unveil.pipeline.Timing;
import java.util.List;
import java.util.Optional;

/**
 * How anomalous a picture is, and where.
 *
 * @param picture the scored picture, as it was sent
 * @param view of its places, in its size, where one was requested
 * @param model the model's name
 * @param device where it ran
 * @param scoring how it was scored
 * @param taken the size in which the network read the picture
 * @param verdict the result
 * @param map the scores of all places
 * @param steps the steps, in order, one word each
 * @param notes remarks for the caller, in sentences; usually none
 * @param error between the picture and the network's reconstruction; empty where the model has none
 */
public record Scored(
        Picture picture,
        Optional<Picture> view,
        String model,
        String device,
        ScoringMethod scoring,
        Size taken,
        Verdict verdict,
        ScoreMap map,
        List<String> steps,
        List<String> notes,
        Optional<Difference> error,
        Timing timing) {
    public Scored {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /**
     * The verdict on a picture.
     *
     * @param score from 0 to 1: the share of normal pictures that look less anomalous; of a model that was never
     *     calibrated just larger for more anomalous pictures
     * @param threshold least score of an anomalous picture
     * @param raw the number behind the score, in the scoring's own unit
     * @param falseAlarmRate the share of normal pictures expected to reach the threshold; empty without calibration,
     *     and for a picture that is not familiar
     * @param distance from the normal pictures that the model knows; up to 1 the picture is familiar; empty where the
     *     model does not know what these look like on the whole
     * @param boxes places that reach it, the most anomalous first
     */
    public record Verdict(
            double score,
            double threshold,
            double raw,
            Optional<Double> falseAlarmRate,
            Optional<Double> distance,
            List<Place> boxes) {
        public Verdict {
            boxes = List.copyOf(boxes);
        }

        public boolean anomalous() {
            return score >= threshold;
        }

        /** Whether the picture looks like the normal ones on the whole; empty where that is not known. */
        public Optional<Boolean> familiar() {
            return distance.map(Verdict::isFamiliar);
        }

        static boolean isFamiliar(double distance) {
            return distance <= 1;
        }

        public boolean calibrated() {
            return falseAlarmRate.isPresent();
        }
    }

    /** @param score of the place, on the scale of the threshold */
    public record Place(Box box, double score) {}
}
