package io.unveil.autoencoder.layer;

/** y = x; marks the place of the latent code. The layers before it are the encoder, those after it the decoder. */
public record Code() implements Pointwise {
    @Override
    public String kind() {
        return "code";
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        return x;
    }

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        return x;
    }
}
