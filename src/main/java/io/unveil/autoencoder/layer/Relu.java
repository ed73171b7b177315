package io.unveil.autoencoder.layer;

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
}
