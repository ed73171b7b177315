package io.unveil.autoencoder.layer;

import java.util.List;

/** A layer that is made of layers, f, and brings together what went into them and what they made of it. */
public sealed interface Composite extends Layer permits Skip, Concat {
    /** Those of f, in order. */
    List<Layer> layers();

    /** They stand under this layer's kind, such as {@code skip.0}. */
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

    /** Writes f into the script; what goes in stays as it is. */
    default String compileLayers(String x, Shape in, Script script) {
        script.keep(x);
        return chain().compile(x, in, script);
    }
}
