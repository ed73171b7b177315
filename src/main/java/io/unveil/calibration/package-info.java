/** Calibration: scores of normal pictures and the thresholds of inspectors; by cross-fitting where pictures are few. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "anomaly",
            "data",
            "degradation",
            "degradation :: defect",
            "image",
            "inference",
            "model",
            "page",
            "pipeline :: score"
        })
package io.unveil.calibration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
