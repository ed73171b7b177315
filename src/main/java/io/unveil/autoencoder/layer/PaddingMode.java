package io.unveil.autoencoder.layer;

import io.unveil.recipe.Extent;
import io.unveil.text.Words;
import java.util.List;

/** What a convolution reads where its window reaches past the picture. */
public enum PaddingMode {
    /** Zeros. */
    ZERO,
    /** The picture mirrored at its outermost pixels, which are not repeated: c b | a b c | b a. */
    REFLECT,
    /** The outermost pixels over and over: a a | a b c | c c. */
    REPLICATE,
    /** The opposite side: b c | a b c | a b. */
    CIRCULAR;

    /** Its name in recipes, which is the engine's name too. */
    String word() {
        return Words.of(this);
    }

    /** As part of {@link Layer#distinction}; empty for zeros, the usual mode. */
    String words() {
        return this == ZERO ? "" : "border " + word();
    }

    /** Throws {@link Layer.DoesNotClose} where a side is too short to be continued by this padding. */
    void check(int side, int padding, String which) {
        if (padding > most(side)) {
            throw new Layer.DoesNotClose("a %s of %d has at most %d positions of %s border, padding is %d"
                    .formatted(which, side, most(side), word(), padding));
        }
    }

    private int most(int side) {
        return switch (this) {
            case REFLECT -> side - 1;
            case CIRCULAR -> side;
            case ZERO, REPLICATE -> Integer.MAX_VALUE;
        };
    }

    /** Adds the node that puts this border around planes; gives its output's name. */
    String onnx(String x, Extent padding, OnnxGraph graph) {
        return switch (this) {
            case ZERO -> padded(x, padding, "constant", graph);
            case REFLECT -> padded(x, padding, "reflect", graph);
            case REPLICATE -> padded(x, padding, "edge", graph);
            case CIRCULAR -> joined(joined(x, 2, padding.height(), graph), 3, padding.width(), graph);
        };
    }

    private static String padded(String x, Extent by, String mode, OnnxGraph graph) {
        String pads = graph.integers(0, 0, by.height(), by.width(), 0, 0, by.height(), by.width());
        return graph.node("Pad", List.of(x, pads), OnnxAttribute.of("mode", mode));
    }

    /** The end of an axis, the axis, and its beginning: the standard has a mode for it only from set 19 on. */
    private static String joined(String x, long axis, long padding, OnnxGraph graph) {
        if (padding == 0) {
            return x;
        }
        String end = graph.slice(x, axis, graph.integers(-padding), graph.integers(Long.MAX_VALUE));
        String beginning = graph.slice(x, axis, graph.integers(0), graph.integers(padding));
        return graph.node("Concat", List.of(end, x, beginning), OnnxAttribute.of("axis", axis));
    }
}
