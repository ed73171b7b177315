/** Anomaly maps, the score of a picture, the distribution of normal scores, and how maps are shown and evaluated. */
@NullMarked
@ApplicationModule(allowedDependencies = {"image", "text"})
package io.unveil.anomaly;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
