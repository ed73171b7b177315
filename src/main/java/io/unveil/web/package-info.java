/** The service over HTTP; the only package that knows status codes. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "image",
            "image :: codec",
            "inference",
            "job",
            "model",
            "pipeline",
            "pipeline :: code",
            "pipeline :: denoise",
            "pipeline :: fill",
            "pipeline :: layers",
            "pipeline :: score",
            "report",
            "text"
        })
package io.unveil.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
