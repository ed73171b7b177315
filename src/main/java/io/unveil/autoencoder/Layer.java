package io.unveil.autoencoder;

import java.util.List;

/**
 * One layer as data. All that is known of it follows from the record alone: shapes, learnt numbers, arithmetic, what it looks at, and
 * its line in the compiled network. {@code LayerTest} holds each of these against what the engine does.
 */
public sealed interface Layer permits Convolution, TransposedConvolution, Relu, Scale, Skip {
    /** The name that recipes call it by. */
    String kind();

    /** What tells it from another of its kind with equal sizes and arithmetic, such as the factor of a scale; empty where nothing does. */
    default String distinction() {
        return "";
    }

    /** What comes out when this goes in; throws {@link DoesNotClose} when the sizes do not fit. */
    Shape shape(Shape in);

    /** The numbers it learns, named within the layer, in the order in which {@link #compile} asks for them. */
    List<Weight> weights(Shape in);

    /** Multiplications (each with its addition) for one picture of this shape; biases and activations are not counted. */
    long multiplyAdds(Shape in);

    /** The input positions, along one axis, that these output positions look at. */
    Span seenBy(Span outputs);

    /** Writes the layer into the script; takes and gives the name of a tensor (N, C, H, W). */
    String compile(String x, Shape in, Script script);

    /** Sizes that do not fit together; the message says which side, and by how much. */
    final class DoesNotClose extends RuntimeException {
        private final String why;

        DoesNotClose(String why) {
            super(why);
            this.why = why;
        }

        public String why() {
            return why;
        }
    }
}
