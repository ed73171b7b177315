package io.unveil.autoencoder.layer;

import java.util.List;

/**
 * y = a / (1 + exp(-b)), where a is the first half of the channels and b the second: the gated linear unit (Dauphin,
 * Fan, Auli and Grangier, "Language modeling with gated convolutional networks", ICML 2017, section 2). Behind a
 * convolution of twice the channels it is the gated convolution of Yu et al. ("Free-form image inpainting with gated
 * convolution", ICCV 2019, section 3.1), without an activation on a: the network learns for each place and channel how
 * much of it passes. Shape: (2C, H, W) to (C, H, W).
 */
public record Glu() implements Layer {
    @Override
    public String kind() {
        return "glu";
    }

    @Override
    public Shape shape(Shape in) {
        if (in.channels() % 2 != 0) {
            throw new DoesNotClose(
                    "a glu gates one half of its channels by the other and needs an even number of channels; %d went in"
                            .formatted(in.channels()));
        }
        return new Shape(in.channels() / 2, in.height(), in.width());
    }

    @Override
    public List<Weight> weights(Shape in) {
        return List.of();
    }

    @Override
    public long multiplyAdds(Shape in) {
        return 0;
    }

    @Override
    public Positions seenBy(Positions outputs, Shape in) {
        return outputs;
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        return script.value("torch.glu(%s, 1)".formatted(x));
    }

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        String a = half(x, 0, in, graph);
        String b = half(x, in.channels() / 2, in, graph);
        return graph.node("Mul", List.of(a, graph.node("Sigmoid", List.of(b))));
    }

    private static String half(String x, int first, Shape in, OnnxGraph graph) {
        return new Channels(first, in.channels() / 2).onnx(x, in, graph);
    }
}
