/** What runs weights: models loaded and verified, devices, tiles, admission. */
@NullMarked
@ApplicationModule(allowedDependencies = {"anomaly", "autoencoder", "autoencoder :: layer", "image", "model"})
package io.unveil.inference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
