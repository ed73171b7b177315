package io.unveil.autoencoder;

import java.util.List;

/** Rectified linear unit: y = max(x, 0). Learns nothing; shape and place stay. */
public record Relu() implements Layer {
    @Override
    public String kind() {
        return "relu";
    }

    @Override
    public Shape shape(Shape in) {
        return in;
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
    public Span seenBy(Span outputs) {
        return outputs;
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        String y = script.value((script.isKept(x) ? "torch.relu(%s)" : "torch.relu_(%s)").formatted(x));
        script.keep(y); // its gradient is read off the result
        return y;
    }
}
