package io.unveil.autoencoder.layer;

import java.util.List;

/**
 * y = x + f(x), where f is a chain of layers that keeps the shape. A residual block (He et al. 2016) is a skip around
 * two convolutions; the skip connection of an encoder-decoder (Ronneberger et al. 2015, here added rather than
 * concatenated) is a skip around everything below one scale.
 */
public record Skip(List<Layer> layers) implements Composite {
    public Skip {
        layers = List.copyOf(layers);
    }

    @Override
    public String kind() {
        return "skip";
    }

    @Override
    public String words() {
        return "skip, input added";
    }

    @Override
    public Shape shape(Shape in) {
        Shape out = chain().shape(in);
        if (!out.equals(in)) {
            throw new DoesNotClose("the layers of a skip must keep the shape of its input: %s went in, %s came out"
                    .formatted(in, out));
        }
        return in;
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        String f = compileLayers(x, in, script);
        String input = script.like(x, f, in);
        String y = script.value((script.isKept(f) ? "torch.add(%s, %s)" : "torch.add_(%s, %s)").formatted(f, input));
        script.made(y, f, in, in);
        return y;
    }

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        return graph.node("Add", List.of(chain().onnx(x, in, graph), x));
    }
}
