/** The command line; the only package that prints. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "anomaly",
            "autoencoder",
            "autoencoder :: layer",
            "calibration",
            "card",
            "data",
            "degradation",
            "degradation :: defect",
            "degradation :: description",
            "degradation :: noise",
            "degradation :: occlusion",
            "evaluation",
            "file",
            "image",
            "image :: codec",
            "inference",
            "model",
            "pipeline",
            "pipeline :: code",
            "pipeline :: denoise",
            "pipeline :: fill",
            "pipeline :: score",
            "recipe",
            "report",
            "text",
            "training"
        })
package io.unveil.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
