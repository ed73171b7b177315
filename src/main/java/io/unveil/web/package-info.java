/** The requests over HTTP; the only room that knows a status code. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "anomaly",
            "image",
            "image :: codec",
            "inference",
            "pipeline",
            "pipeline :: code",
            "pipeline :: denoise",
            "pipeline :: fill",
            "pipeline :: score",
            "report"
        })
package io.unveil.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
