/** A model folder: manifest, recipe, weights and normal pictures, checked when they are read. */
@NullMarked
@ApplicationModule(allowedDependencies = {"autoencoder", "autoencoder :: layer", "file", "recipe"})
package io.unveil.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
