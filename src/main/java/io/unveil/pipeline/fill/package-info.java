/** Filling holes: masks and regions, the choice of method, networks and patches. */
@NullMarked
@NamedInterface("fill")
package io.unveil.pipeline.fill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
