package io.unveil.autoencoder.layer;

import java.util.List;

/**
 * One layer as data. All that is known of it follows from the record alone: shapes, learnt numbers, arithmetic, what it looks at, and
 * its line in the compiled network. {@code LayerTest} holds each of these against what the engine does.
 */
public sealed interface Layer
        permits Convolution, TransposedConvolution, Pool, Upsample, Channels, Pointwise, Glu, Global, Composite {
    /** The name that recipes call it by. */
    String kind();

    /** What tells it from another of its kind with equal sizes and arithmetic, such as the factor of a scale; empty where nothing does. */
    default String distinction() {
        return "";
    }

    /** The layer in words, for tables. */
    default String words() {
        return distinction().isEmpty() ? kind() : kind() + " " + distinction();
    }

    /** What comes out when this goes in; throws {@link DoesNotClose} when the sizes do not fit. */
    Shape shape(Shape in);

    /** The tensors it uses, named within the layer, in the order in which {@link #compile} asks for them. */
    List<Weight> weights(Shape in);

    /** Multiplications (each with its addition) for one picture of this shape; biases, activations and pooling are not counted. */
    long multiplyAdds(Shape in);

    /** The positions of this input that these output positions look at; it may reach past the border. */
    Positions seenBy(Positions outputs, Shape in);

    /** Whether each output position looks at its neighbourhood alone. A network with other layers takes pictures of one size. */
    default boolean isLocal() {
        return true;
    }

    /** Writes the layer into the script; takes and gives the name of a tensor (N, C, H, W). */
    String compile(String x, Shape in, Script script);

    /** Sizes that do not fit together; the message says where, which side, and by how much. */
    public final class DoesNotClose extends RuntimeException {
        private final String place;
        private final String why;

        public DoesNotClose(String why) {
            this("", why);
        }

        private DoesNotClose(String place, String why) {
            super(place.isEmpty() ? why : place + ": " + why);
            this.place = place;
            this.why = why;
        }

        DoesNotClose under(String outer) {
            return new DoesNotClose(place.isEmpty() ? outer : outer + "." + place, why);
        }

        /** Where, such as {@code layers.1.skip.0}; empty where it is no single layer's fault. */
        public String place() {
            return place;
        }

        /** The reason alone, without the place. */
        public String why() {
            return why;
        }
    }
}
