package io.unveil.pipeline.score;

import io.unveil.inference.Inspection;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.ParameterText;

/** The least score of an anomalous picture, as callers ask for it. */
public sealed interface Threshold {
    String NAME = "threshold";
    String BALANCED = "balanced";
    String ALLOWED = "a number from 0 to 1, or " + BALANCED;

    /** A share of normal pictures, 0 to 1; throws {@link InvalidParameter} for other numbers. */
    record Share(double share) implements Threshold {
        public Share {
            if (!(share >= 0 && share <= 1)) {
                throw new InvalidParameter(NAME, Double.toString(share), ALLOWED);
            }
        }

        @Override
        public double of(Inspection.Scoring scoring, String model) {
            return share;
        }
    }

    /**
     * Where misses of drawn defects and false alarms balance, {@link io.unveil.anomaly.DrawnDefects#balanced}; throws
     * {@link InvalidParameter} where a model knows no scores of drawn defects.
     */
    record Balanced() implements Threshold {
        @Override
        public double of(Inspection.Scoring scoring, String model) {
            return scoring.calibration()
                    .flatMap(by -> by.defects().map(defects -> defects.balanced(by.scores())))
                    .orElseThrow(() -> new InvalidParameter(
                            NAME,
                            BALANCED,
                            "of model '%s' a number from 0 to 1: it has no scores of drawn defects for scoring '%s' to balance with (calibrate --model %1$s --data DIR measures them, of models that read a surface)"
                                    .formatted(model, scoring.method().word())));
        }
    }

    /** The share of normal pictures below the threshold, for a scoring of this model. */
    double of(Inspection.Scoring scoring, String model);

    /** As callers write it; throws {@link InvalidParameter}. */
    static Threshold parse(String word) {
        return word.strip().equals(BALANCED)
                ? new Balanced()
                : new Share(ParameterText.number(NAME, word, 0, 1, ALLOWED));
    }
}
