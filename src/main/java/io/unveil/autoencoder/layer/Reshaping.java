package io.unveil.autoencoder.layer;

import java.util.List;

/** The same numbers in the same order, channel by channel and row by row, in another shape. Learns nothing. */
sealed interface Reshaping extends Global permits Flatten, Reshape {
    @Override
    default List<Weight> weights(Shape in) {
        return List.of();
    }

    @Override
    default long multiplyAdds(Shape in) {
        return 0;
    }

    @Override
    default String compile(String x, Shape in, Script script) {
        return script.reshaped(x, shape(in));
    }

    @Override
    default String onnx(String x, Shape in, OnnxGraph graph) {
        return graph.reshaped(x, shape(in));
    }
}
