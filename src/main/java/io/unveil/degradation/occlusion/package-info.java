/** Occlusions that hide parts of a picture: text, strokes, scratches, shapes and their masks. */
@NullMarked
@NamedInterface("occlusion")
package io.unveil.degradation.occlusion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
