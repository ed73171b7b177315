package io.unveil.data;

import io.unveil.image.Size;

/**
 * A kind of pictures that the program draws; as a record its parameters, all of which count in
 * {@link Object#toString()}.
 */
sealed interface Drawing permits Gaussians, Signals, Surfaces {
    /** Must grow when the same parameters give other pictures than before. */
    int version();

    /** The size of every picture. */
    Size size();

    /**
     * Picture number {@code index}, in gray; it depends only on seed and index, and has the same bits on every machine.
     */
    Example draw(long seed, int index);
}
