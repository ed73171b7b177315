/**
 * A model folder: manifest, recipe, weights and normal pictures, checked when they are read; and what its network reads
 * and answers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"autoencoder", "autoencoder :: layer", "file", "image", "recipe", "text"})
package io.unveil.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
