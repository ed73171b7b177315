/** How a picture is hurt: noise and holes drawn from a seed; and how noise is estimated back. */
@NullMarked
@ApplicationModule(allowedDependencies = {"image"})
package io.unveil.degradation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
