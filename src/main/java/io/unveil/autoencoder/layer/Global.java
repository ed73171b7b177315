package io.unveil.autoencoder.layer;

/** A layer whose outputs have no place in the picture: each of them looks at the whole of it, so it is made for one size. */
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
