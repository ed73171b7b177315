package io.unveil.pipeline.score;

import io.unveil.anomaly.Box;
import io.unveil.image.Difference;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import io.unveil.pipeline.Timing;
import java.util.List;
import java.util.Optional;

/**
 * How anomalous a picture is, and where.
 *
 * @param picture the one that was scored, as it came
 * @param view of its places, in its size, where one was wished for
 * @param model the model's name
 * @param device where it ran
 * @param scoring how it was scored
 * @param taken the size in which the network read the picture
 * @param verdict what came out
 * @param map the scores of all places
 * @param steps what was done, in order, one word each
 * @param notes what a caller should know of it, in sentences; mostly none
 * @param error between the picture and what the network thinks it should be; empty where it has no such thing
 */
public record Scored(
        Picture picture,
        Optional<Picture> view,
        String model,
        String device,
        String scoring,
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
     * What is said of a picture.
     *
     * @param score from 0 to 1: the share of normal pictures that look less anomalous; of a model that was never
     *     calibrated only larger for what it finds odder
     * @param threshold from which score on a picture is anomalous
     * @param raw the number behind the score, in the scoring's own unit
     * @param falseAlarmRate the share of normal pictures expected to reach the threshold; empty without calibration
     * @param boxes places that reach it, the most anomalous first
     */
    public record Verdict(
            double score, double threshold, double raw, Optional<Double> falseAlarmRate, List<Place> boxes) {
        public Verdict {
            boxes = List.copyOf(boxes);
        }

        public boolean anomalous() {
            return score >= threshold;
        }

        public boolean calibrated() {
            return falseAlarmRate.isPresent();
        }
    }

    /** @param score of the place, on the scale of the threshold */
    public record Place(Box box, double score) {}
}
