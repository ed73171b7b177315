/** The same wishes in a terminal; the only room that prints. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "image",
            "degradation",
            "data",
            "anomaly",
            "autoencoder",
            "training",
            "inference",
            "pipeline",
            "evaluation"
        })
package io.unveil.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
