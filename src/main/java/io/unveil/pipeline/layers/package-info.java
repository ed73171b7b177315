/** Networks seen from inside: their layers by formulas, and what a layer makes of a picture. */
@NullMarked
@NamedInterface("layers")
package io.unveil.pipeline.layers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
