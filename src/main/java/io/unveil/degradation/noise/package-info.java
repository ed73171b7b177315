/** Noise: added to a picture, and estimated from it. */
@NullMarked
@NamedInterface("noise")
package io.unveil.degradation.noise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
