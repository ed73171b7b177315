/** What the network is: architecture as data, compiled to one script; saved weights and their manifest. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.unveil.autoencoder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
