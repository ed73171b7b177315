/** Files of pictures: read under limits, with their depth, profile and orientation, and written. */
@NullMarked
@NamedInterface("codec")
package io.unveil.image.codec;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
