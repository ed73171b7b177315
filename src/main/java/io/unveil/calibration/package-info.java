/** What normal pictures score: thresholds of inspectors, also by cross-fitting where there are few. */
@NullMarked
@ApplicationModule(allowedDependencies = {"anomaly", "data", "image", "inference", "model", "pipeline :: score"})
package io.unveil.calibration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
