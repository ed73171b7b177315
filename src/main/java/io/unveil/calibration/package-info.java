/** Calibration: scores of normal pictures and the thresholds of inspectors; by cross-fitting where pictures are few. */
@NullMarked
@ApplicationModule(allowedDependencies = {"anomaly", "data", "image", "inference", "model", "pipeline :: score"})
package io.unveil.calibration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
