package io.unveil.data;

import io.unveil.image.Size;

/** A kind of pictures that the program draws; as a record its parameters, all of which count in {@link Object#toString()}. */
sealed interface Drawing permits Gaussians, Signals, Surfaces {
    /** Grows when the same parameters come to give other pictures. */
    int version();

    /** Of every picture. */
    Size size();

    /** Picture number {@code index}, in gray; it follows from seed and index alone, the same bits on every machine. */
    Example draw(long seed, int index);
}
