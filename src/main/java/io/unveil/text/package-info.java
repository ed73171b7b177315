/** Words for constants. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.unveil.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
