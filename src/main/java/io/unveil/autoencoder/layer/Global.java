package io.unveil.autoencoder.layer;

/**
 * A layer whose outputs have no place in the picture: each of them sees the whole picture, so the layer is made for one
 * size.
 */
sealed interface Global extends Layer permits FullyConnected, Reshaping {
    @Override
    default Positions seenBy(Positions outputs, Shape in) {
        return Positions.whole(in);
    }

    @Override
    default boolean isLocal() {
        return false;
    }
}
