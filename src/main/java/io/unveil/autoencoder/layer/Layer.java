package io.unveil.autoencoder.layer;

import java.util.List;

/**
 * One layer as data. Everything follows from the record: shapes, learnt numbers, arithmetic, receptive field, and its
 * line in the compiled network. {@code LayerTest} compares each of these with the engine.
 */
public sealed interface Layer
        permits Convolution, TransposedConvolution, Pool, Upsample, Channels, Pointwise, Glu, Global, Composite {
    /** Its name in recipes. */
    String kind();

    /**
     * What distinguishes it from another layer of its kind with equal sizes and arithmetic, such as the factor of a
     * scale; may be empty.
     */
    default String distinction() {
        return "";
    }

    /** The layer in words, for tables. */
    default String words() {
        return distinction().isEmpty() ? kind() : kind() + " " + distinction();
    }

    /** The output shape for this input; throws {@link DoesNotClose} when the sizes do not fit. */
    Shape shape(Shape in);

    /** The tensors it uses, named within the layer, in the order in which {@link #compile} uses them. */
    List<Weight> weights(Shape in);

    /**
     * Multiplications (each with its addition) for one picture of this shape; biases, activations and pooling are not
     * counted.
     */
    long multiplyAdds(Shape in);

    /** The input positions that these output positions see; they may reach past the border. */
    Positions seenBy(Positions outputs, Shape in);

    /**
     * Whether each output position sees only its neighbourhood. A network with other layers takes pictures of only one
     * size.
     */
    default boolean isLocal() {
        return true;
    }

    /** Writes the layer into the script; takes and gives the name of a tensor (N, C, H, W). */
    String compile(String x, Shape in, Script script);

    /** Writes the layer into the graph of an ONNX model; takes and gives the name of a tensor (N, C, H, W). */
    String onnx(String x, Shape in, OnnxGraph graph);

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

        /** The place, such as {@code layers.1.skip.0}; empty where no single layer is at fault. */
        public String place() {
            return place;
        }

        /** The reason without the place. */
        public String why() {
            return why;
        }
    }
}
