/** Training: recipe, data, loop, losses, checkpoints, report. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "anomaly",
            "autoencoder",
            "autoencoder :: layer",
            "data",
            "degradation",
            "degradation :: defect",
            "degradation :: noise",
            "degradation :: occlusion",
            "file",
            "filling",
            "image",
            "model",
            "page",
            "recipe",
            "text"
        })
package io.unveil.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
