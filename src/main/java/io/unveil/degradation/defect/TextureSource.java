package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;
import io.unveil.image.Size;

/** Gives texture: a piece of a given size, cut from a normal picture at any place, angle and scale. */
@FunctionalInterface
public interface TextureSource {
    /**
     * @param size of the piece, at least 1 x 1 and at most that of the picture it goes into
     * @param draws decide where it is cut
     * @return as many channels as the picture it goes into has
     */
    Pixels piece(Size size, Draws draws);
}
