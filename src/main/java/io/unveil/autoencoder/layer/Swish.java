package io.unveil.autoencoder.layer;

import java.util.List;

/** y = x / (1 + exp(-x)): a smooth relative of the rectified linear unit (Ramachandran et al. 2017). */
public record Swish() implements Pointwise {
    @Override
    public String kind() {
        return "swish";
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        return script.value("torch.silu(%s)".formatted(x));
    }

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        return graph.node("Mul", List.of(x, graph.node("Sigmoid", List.of(x))));
    }
}
