package io.unveil.autoencoder.layer;

import java.util.List;

/** Rectified linear unit: y = max(x, 0). */
public record Relu() implements Pointwise {
    @Override
    public String kind() {
        return "relu";
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        return script.activation("relu", x, "");
    }

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        return graph.node("Relu", List.of(x));
    }
}
