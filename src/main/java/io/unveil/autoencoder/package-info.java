/** Networks: an architecture as data, compiled to one script; its shapes, figures and weights. */
@NullMarked
@ApplicationModule(allowedDependencies = {"file", "recipe", "text"})
package io.unveil.autoencoder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
