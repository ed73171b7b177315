/** What a caller may ask for, each a short list of named steps; here what all of them share, and comparing. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "anomaly",
            "autoencoder",
            "autoencoder :: layer",
            "degradation :: noise",
            "degradation :: occlusion",
            "filling",
            "image",
            "inference",
            "recipe"
        })
package io.unveil.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
