/** How good models and methods are: measuring protocols and their tables. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "anomaly",
            "data",
            "degradation",
            "degradation :: noise",
            "degradation :: occlusion",
            "file",
            "image",
            "image :: codec",
            "inference",
            "model",
            "page",
            "pipeline",
            "pipeline :: code",
            "pipeline :: denoise",
            "pipeline :: fill",
            "pipeline :: score",
            "text"
        })
package io.unveil.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
