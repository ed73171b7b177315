package io.unveil.autoencoder.layer;

import java.util.List;

/**
 * y = [x, f(x)], the channels of x and then those of f(x), where f is a chain of layers that keeps height and width:
 * the skip connection of the U-Net (Ronneberger et al. 2015). Shape: (C, H, W) to (C + C', H, W).
 */
public record Concat(List<Layer> layers) implements Composite {
    public Concat {
        layers = List.copyOf(layers);
    }

    @Override
    public String kind() {
        return "concat";
    }

    @Override
    public String words() {
        return "concat, input first";
    }

    @Override
    public Shape shape(Shape in) {
        Shape out = chain().shape(in);
        if (out.height() != in.height() || out.width() != in.width()) {
            throw new DoesNotClose(
                    "the layers of a concat must keep height and width: %s went in, %s came out".formatted(in, out));
        }
        return new Shape(in.channels() + out.channels(), in.height(), in.width());
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        String f = compileLayers(x, in, script);
        String y = script.value("torch.cat([%s, %s], 1)".formatted(script.like(x, f, in), f));
        script.made(y, f, in, in);
        return y;
    }

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        return graph.node("Concat", List.of(x, chain().onnx(x, in, graph)), OnnxAttribute.of("axis", 1));
    }
}
