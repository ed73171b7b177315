/** What runs weights: models loaded and verified, devices, tiles, admission. */
@NullMarked
@ApplicationModule(allowedDependencies = {"image", "anomaly", "autoencoder"})
package io.unveil.inference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
