package io.unveil.autoencoder.layer;

import io.unveil.recipe.Fields;

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
        return pool("MaxPool", x, in, graph);
    }
}
