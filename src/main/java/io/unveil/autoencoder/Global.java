package io.unveil.autoencoder;

/** A layer whose outputs have no place in the picture: each of them looks at the whole of it, so it is made for one size. */
sealed interface Global extends Layer permits FullyConnected, Reshaping {
    @Override
    default Region seenBy(Region outputs, Shape in) {
        return Region.whole(in);
    }

    @Override
    default boolean isLocal() {
        return false;
    }
}
