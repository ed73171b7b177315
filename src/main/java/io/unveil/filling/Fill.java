package io.unveil.filling;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;

/** A way to fill a hole from the picture around it. */
@FunctionalInterface
public interface Fill {
    /**
     * The picture with its hole filled; outside of the mask it is unchanged, bit for bit. An empty mask gives the
     * picture itself; a mask that covers everything gives mid gray.
     *
     * @throws IllegalArgumentException if the mask is of another size
     */
    Pixels fill(Pixels picture, Mask hole);
}
