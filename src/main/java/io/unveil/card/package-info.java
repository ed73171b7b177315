/** Model cards: text for each kind of model, tables and pictures. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "autoencoder",
            "autoencoder :: layer",
            "data",
            "degradation :: noise",
            "image",
            "image :: codec",
            "inference",
            "model",
            "pipeline",
            "pipeline :: denoise",
            "pipeline :: score",
            "recipe",
            "training"
        })
package io.unveil.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
