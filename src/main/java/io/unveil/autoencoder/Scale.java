package io.unveil.autoencoder;

import java.util.List;

/**
 * y = factor x, a factor that is fixed and not learnt: brings what a network gives to the size that its task wants. Shape and place stay.
 *
 * @param factor such as 0.25
 */
public record Scale(double factor) implements Layer {
    @Override
    public String kind() {
        return "scale";
    }

    @Override
    public String distinction() {
        return "by " + factor;
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
        return script.value("torch.mul(%s, %s)".formatted(x, factor));
    }
}
