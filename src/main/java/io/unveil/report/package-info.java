/** Reports on results as JSON, for the service and the command line: one set of keys, one rounding. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "anomaly",
            "degradation :: description",
            "degradation :: noise",
            "image",
            "model",
            "pipeline",
            "pipeline :: code",
            "pipeline :: denoise",
            "pipeline :: fill",
            "pipeline :: score",
            "text"
        })
package io.unveil.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
