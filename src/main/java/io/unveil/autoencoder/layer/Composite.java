package io.unveil.autoencoder.layer;

import java.util.List;

/** A layer made of layers, f, that combines their input x with their output f(x). */
public sealed interface Composite extends Layer permits Skip, Concat {
    /** The layers of f, in order. */
    List<Layer> layers();

    /** The layers of f with their places under this layer's kind, such as {@code skip.0}. */
    default Chain chain() {
        return new Chain(kind(), 0, layers());
    }

    @Override
    default List<Weight> weights(Shape in) {
        return chain().weights(in);
    }

    @Override
    default long multiplyAdds(Shape in) {
        return chain().multiplyAdds(in);
    }

    @Override
    default Positions seenBy(Positions outputs, Shape in) {
        return chain().seenBy(outputs, in).and(outputs);
    }

    @Override
    default boolean isLocal() {
        return layers().stream().allMatch(Layer::isLocal);
    }

    /** Writes f into the script; the input is not overwritten. */
    default String compileLayers(String x, Shape in, Script script) {
        script.keep(x);
        return chain().compile(x, in, script);
    }
}
