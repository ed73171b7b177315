package io.unveil.autoencoder.layer;

import io.unveil.recipe.Fields;
import java.util.List;

/**
 * Some of the channels: y = x[first], …, x[first + count - 1]. Takes channels out of a concat again. Shape: (C, H, W)
 * to (count, H, W).
 *
 * @param first counted from 0
 */
public record Channels(int first, int count) implements Layer {
    public static Channels read(Fields fields) {
        return new Channels(
                fields.integer("first", 0, Shape.MAX_CHANNELS - 1), fields.integer("count", 1, Shape.MAX_CHANNELS));
    }

    @Override
    public String kind() {
        return "channels";
    }

    @Override
    public String distinction() {
        return "%d to %d".formatted(first, first + count - 1);
    }

    @Override
    public Shape shape(Shape in) {
        if (first + count > in.channels()) {
            throw new DoesNotClose(
                    "takes channels %d to %d, counted from 0, of %s".formatted(first, first + count - 1, in));
        }
        return new Shape(count, in.height(), in.width());
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
        return script.value("torch.clone(torch.narrow(%s, 1, %d, %d))".formatted(x, first, count));
    }

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        return graph.slice(x, 1, graph.integers(first), graph.integers(first + count));
    }
}
