/** How good a model is: the protocols and their tables. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "anomaly",
            "data",
            "degradation",
            "degradation :: noise",
            "degradation :: occlusion",
            "image",
            "image :: codec",
            "inference",
            "page",
            "pipeline",
            "pipeline :: code",
            "pipeline :: denoise",
            "pipeline :: fill",
            "pipeline :: score"
        })
package io.unveil.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
