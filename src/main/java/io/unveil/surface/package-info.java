/** Surfaces that the program draws, as a camera over a belt sees them, whole or with defects whose places are known. */
@NullMarked
@ApplicationModule(allowedDependencies = {"image", "degradation"})
package io.unveil.surface;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
