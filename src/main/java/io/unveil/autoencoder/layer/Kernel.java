package io.unveil.autoencoder.layer;

import io.unveil.recipe.Fields;
import java.util.List;

/** The source of a layer's kernel. */
public sealed interface Kernel {
    /**
     * The layer's own kernel. It starts from normal numbers with standard deviation gain sqrt(2 / products), where
     * {@code products} is the number of products summed in one output (He et al. 2015, section 2.2, times the gain).
     */
    record Own(double gain) implements Kernel {
        @Override
        public Weight weight(List<Integer> shape, double products) {
            return Weight.normal("kernel", shape, gain * Math.sqrt(2 / products));
        }

        @Override
        public String words() {
            return "";
        }
    }

    /**
     * The kernel of another layer: one tensor, used twice, whose gradient is the sum over both uses. A decoder that
     * uses its encoder's kernels is called tied (Vincent et al. 2010, section 2.2).
     *
     * @param place of the layer that owns it, such as {@code layers.0}
     */
    record Of(String place) implements Kernel {
        @Override
        public Weight weight(List<Integer> shape, double products) {
            return new Weight("kernel", shape, new Weight.Shared(place + ".kernel"));
        }

        @Override
        public String words() {
            return "kernel of " + place;
        }
    }

    /** The tensor in this shape. */
    Weight weight(List<Integer> shape, double products);

    /** Reads {@code of}, or else {@code gain} (1). */
    static Kernel read(Fields fields) {
        if (fields.has("of")) {
            if (fields.has("gain")) {
                fields.fault("has a gain, but its kernel belongs to another layer, which decides its start");
            }
            return new Of(fields.text("of"));
        }
        return new Own(fields.number("gain", 0, 10, 1));
    }

    /** As part of {@link Layer#distinction}; empty for a kernel of the layer's own. */
    String words();
}
