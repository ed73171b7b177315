/** How weights come to be: recipe, data, loop, losses, checkpoints, report. */
@NullMarked
@ApplicationModule(allowedDependencies = {"image", "page", "degradation", "filling", "data", "anomaly", "autoencoder"})
package io.unveil.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
