/** Autoencoders in use: reconstruction, latent codes and their files. */
@NullMarked
@NamedInterface("code")
package io.unveil.pipeline.code;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
