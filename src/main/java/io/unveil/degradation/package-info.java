/** How a picture is corrupted, reproducibly from a seed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"image", "image :: codec", "text"})
package io.unveil.degradation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
