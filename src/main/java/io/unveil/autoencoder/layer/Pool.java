package io.unveil.autoencoder.layer;

import java.util.List;

/**
 * A layer that reduces each window to one value, channel by channel, and learns nothing. Shape: (C, H, W) to (C,
 * floor((H + 2p - k) / s) + 1, the same of W), or rounded up ({@link Axis#windows}).
 */
sealed interface Pool extends Layer permits MaxPool, MeanPool {
    /** k, s and p. */
    Window window();

    Rounding rounding();

    @Override
    default String distinction() {
        return LayerText.listed(window().words(), rounding().words());
    }

    @Override
    default Shape shape(Shape in) {
        return window().windows(in.channels(), in, rounding());
    }

    @Override
    default List<Weight> weights(Shape in) {
        return List.of();
    }

    @Override
    default long multiplyAdds(Shape in) {
        return 0;
    }

    @Override
    default Positions seenBy(Positions outputs, Shape in) {
        return window().seenBy(outputs);
    }
}
