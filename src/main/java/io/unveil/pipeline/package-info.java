/**
 * The tasks that callers may request, each a short list of named steps. This package has their common parts, and
 * comparing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "anomaly",
            "autoencoder",
            "autoencoder :: layer",
            "degradation :: description",
            "degradation :: noise",
            "degradation :: occlusion",
            "filling",
            "image",
            "inference",
            "model",
            "recipe",
            "text"
        })
package io.unveil.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
