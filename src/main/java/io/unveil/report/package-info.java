/** What the service and the command line say of a result, as JSON: one set of keys, one rounding. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "anomaly",
            "image",
            "pipeline",
            "pipeline :: code",
            "pipeline :: denoise",
            "pipeline :: fill",
            "pipeline :: score"
        })
package io.unveil.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
