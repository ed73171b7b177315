/**
 * How a hole is filled without learning: harmonic and other classical fills, the baselines of the networks and where
 * they start.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"image"})
package io.unveil.filling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
