/** How recipes are read: fields of a YAML mapping, and all their faults at once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"text"})
package io.unveil.recipe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
