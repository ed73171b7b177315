/** The wishes over HTTP; the only room that knows a status code. */
@NullMarked
@ApplicationModule(allowedDependencies = {"image", "anomaly", "inference", "pipeline"})
package io.unveil.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
