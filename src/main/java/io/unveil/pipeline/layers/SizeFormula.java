package io.unveil.pipeline.layers;

import io.unveil.autoencoder.layer.Axis;
import io.unveil.autoencoder.layer.Convolution;
import io.unveil.autoencoder.layer.Layer;
import io.unveil.autoencoder.layer.MaxPool;
import io.unveil.autoencoder.layer.MeanPool;
import io.unveil.autoencoder.layer.Rounding;
import io.unveil.autoencoder.layer.TransposedConvolution;
import io.unveil.autoencoder.layer.Upsample;

/** How the height that comes out of a layer follows from the height that goes in, with the numbers put in. */
final class SizeFormula {
    private SizeFormula() {}

    /** Such as {@code ⌊(28 + 2·1 − 3) / 2⌋ + 1 = 14}; empty for a layer that has no window. */
    static String of(Layer layer, int in, int out) {
        if (layer instanceof Convolution convolution) {
            return windows(convolution.window().vertical(), Rounding.DOWN, in, out);
        }
        if (layer instanceof MaxPool pool) {
            return windows(pool.window().vertical(), pool.rounding(), in, out);
        }
        if (layer instanceof MeanPool pool) {
            return windows(pool.window().vertical(), pool.rounding(), in, out);
        }
        if (layer instanceof TransposedConvolution transposed) {
            Axis axis = transposed.window().vertical();
            return "%d·(%d − 1) + %s − 2·%d + %d = %d"
                    .formatted(
                            axis.stride(),
                            in,
                            length(axis),
                            axis.padding(),
                            transposed.extra().height(),
                            out);
        }
        return layer instanceof Upsample upsample
                ? "%d·%d = %d".formatted(upsample.by().height(), in, out)
                : "";
    }

    private static String windows(Axis axis, Rounding rounding, int in, int out) {
        String brackets = rounding == Rounding.DOWN ? "⌊(%s) / %d⌋ + 1 = %d" : "⌈(%s) / %d⌉ + 1 = %d";
        String room = "%d + 2·%d − %s".formatted(in, axis.padding(), length(axis));
        return brackets.formatted(room, axis.stride(), out);
    }

    private static String length(Axis axis) {
        return axis.dilation() == 1
                ? String.valueOf(axis.kernel())
                : "(%d·(%d − 1) + 1)".formatted(axis.dilation(), axis.kernel());
    }
}
