/** How good it is: the protocols and their tables. */
@NullMarked
@ApplicationModule(allowedDependencies = {"image", "page", "degradation", "data", "anomaly", "inference", "pipeline"})
package io.unveil.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
