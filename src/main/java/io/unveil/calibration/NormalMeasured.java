package io.unveil.calibration;

import io.unveil.model.ScoringMethod;
import io.unveil.pipeline.score.Calibrating;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What calibrates one scoring.
 *
 * @param normal scores of normal pictures
 * @param defects scores of copies of them with a drawn defect; none where the program draws none for such a model
 */
public record NormalMeasured(Calibrating.Measured normal, double[] defects) {
    /** Scores of normal pictures alone: then no threshold is balanced. */
    public static Map<ScoringMethod, NormalMeasured> withoutDefects(Map<ScoringMethod, Calibrating.Measured> normal) {
        Map<ScoringMethod, NormalMeasured> all = new LinkedHashMap<>();
        normal.forEach((scoring, measured) -> all.put(scoring, new NormalMeasured(measured, new double[0])));
        return all;
    }
}
