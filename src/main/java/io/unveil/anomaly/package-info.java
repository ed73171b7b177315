/**
 * What is not normal: maps of anomaly, the score of a picture, what normal pictures score, and how such maps are shown
 * and judged.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"image", "text"})
package io.unveil.anomaly;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
