/** Drawn surfaces of products, whole or with defects whose places are known. */
@NullMarked
@ApplicationModule(allowedDependencies = {"degradation", "image", "text"})
package io.unveil.surface;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
