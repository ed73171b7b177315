package io.unveil.autoencoder.layer;

import java.util.List;

/**
 * y = x P(z < x) for a standard normal z: a smooth relative of the rectified linear unit (Hendrycks and Gimpel 2016).
 */
public record Gelu() implements Pointwise {
    @Override
    public String kind() {
        return "gelu";
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        return script.value("torch.gelu(%s)".formatted(x));
    }

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        String erf = graph.node("Erf", List.of(graph.node("Mul", List.of(x, graph.number(Math.sqrt(0.5))))));
        String twice = graph.node("Mul", List.of(x, graph.node("Add", List.of(erf, graph.number(1)))));
        return graph.node("Mul", List.of(twice, graph.number(0.5)));
    }
}
