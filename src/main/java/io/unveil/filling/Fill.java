package io.unveil.filling;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;

/** A way to fill a hole from the picture around it. */
@FunctionalInterface
public interface Fill {
    /**
     * The picture with its hole filled; everything outside of the mask as it was, bit for bit. With an empty mask that
     * is the picture itself; a mask that leaves nothing gives mid gray.
     *
     * @throws IllegalArgumentException if the mask is of another size
     */
    Pixels fill(Pixels picture, Mask hole);
}
