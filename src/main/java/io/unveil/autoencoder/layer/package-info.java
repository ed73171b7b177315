/** The layers of networks: shapes, weights, multiply-adds, receptive fields and their lines of script. */
@NullMarked
@NamedInterface("layer")
package io.unveil.autoencoder.layer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
