/** Running models: loaded and verified models, devices, tiles, admission. */
@NullMarked
@ApplicationModule(allowedDependencies = {"anomaly", "autoencoder", "autoencoder :: layer", "image", "model", "text"})
package io.unveil.inference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
