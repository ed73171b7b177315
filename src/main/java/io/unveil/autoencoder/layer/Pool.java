package io.unveil.autoencoder.layer;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;
import java.util.stream.Stream;

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

    /**
     * Adds the node of an operator. Windows that reach past the end are given as padding there, because hosts count
     * them differently ({@code ceil_mode}).
     */
    default String pool(String operator, String x, Shape in, OnnxGraph graph, AttributeProto... more) {
        return graph.node(
                operator,
                List.of(x),
                Stream.concat(
                                Stream.of(
                                        OnnxAttribute.of("kernel_shape", window().kernel()),
                                        OnnxAttribute.of("strides", window().stride()),
                                        OnnxAttribute.pads(window().padding(), window().lastPadding(in, shape(in)))),
                                Stream.of(more))
                        .toArray(AttributeProto[]::new));
    }
}
