package io.unveil.autoencoder.layer;

import java.util.List;

/** y = (exp(x) - exp(-x)) / (exp(x) + exp(-x)), between -1 and 1. */
public record Tanh() implements Pointwise {
    @Override
    public String kind() {
        return "tanh";
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        return script.activation("tanh", x, "");
    }

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        return graph.node("Tanh", List.of(x));
    }
}
