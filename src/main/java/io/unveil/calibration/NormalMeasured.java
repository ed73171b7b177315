package io.unveil.calibration;

import io.unveil.pipeline.score.Calibrating;

/**
 * What calibrates one scoring.
 *
 * @param normal scores of normal pictures
 * @param defects scores of copies of them with a drawn defect; none where the program draws none for such a model
 */
public record NormalMeasured(Calibrating.Measured normal, double[] defects) {}
