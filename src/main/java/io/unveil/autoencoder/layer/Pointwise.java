package io.unveil.autoencoder.layer;

import java.util.List;

/** A layer that treats each number by itself: shape and place stay, nothing is learnt. */
sealed interface Pointwise extends Layer permits Relu, LeakyRelu, Sigmoid, Tanh, Swish, Gelu, Scale, Dropout, Code {
    @Override
    default Shape shape(Shape in) {
        return in;
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
        return outputs;
    }
}
