package io.unveil.autoencoder.layer;

import java.util.List;

/** y = 1 / (1 + exp(-x)), between 0 and 1: for outputs that are brightnesses. */
public record Sigmoid() implements Pointwise {
    @Override
    public String kind() {
        return "sigmoid";
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        return script.activation("sigmoid", x, "");
    }

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        return graph.node("Sigmoid", List.of(x));
    }
}
