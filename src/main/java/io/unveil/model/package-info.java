/**
 * Model folders: manifest, recipe, weights and normal pictures, checked on reading; and what their networks read and
 * answer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"autoencoder", "autoencoder :: layer", "file", "image", "recipe", "text"})
package io.unveil.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
