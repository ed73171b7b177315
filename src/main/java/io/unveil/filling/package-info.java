/**
 * Filling holes without learning: harmonic and other classical fills. They are the networks' baselines and their
 * starting points.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"image"})
package io.unveil.filling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
