package io.unveil.autoencoder.layer;

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
}
