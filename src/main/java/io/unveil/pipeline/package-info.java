/** What a caller may ask for: denoise, fill and compare; each a short list of named steps. */
@NullMarked
@ApplicationModule(allowedDependencies = {"image", "degradation", "filling", "anomaly", "inference"})
package io.unveil.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
