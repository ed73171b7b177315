/** Removing noise: by a network or a classical method, with a noise level that is given or estimated. */
@NullMarked
@NamedInterface("denoise")
package io.unveil.pipeline.denoise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
