package io.unveil.autoencoder.layer;

import io.unveil.recipe.Fields;
import java.util.List;

/** The largest value of each window; padding never is the largest. */
public record MaxPool(Window window, Rounding rounding) implements Pool {
    public static MaxPool read(Fields fields) {
        return new MaxPool(Window.readPool(fields), fields.oneOf("round", Rounding.DOWN));
    }

    @Override
    public String kind() {
        return "max-pool";
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        return script.value("torch.max_pool2d(%s, %s, %s, %s, [1, 1], %s)"
                .formatted(
                        x,
                        window.kernel().list(),
                        window.stride().list(),
                        window.padding().list(),
                        rounding.ceilMode()));
    }

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        return graph.node(
                "MaxPool",
                List.of(x),
                OnnxAttribute.of("kernel_shape", window.kernel()),
                OnnxAttribute.of("strides", window.stride()),
                OnnxAttribute.pads(window.padding()),
                rounding.onnx());
    }
}
