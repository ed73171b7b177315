package io.unveil.autoencoder;

import io.unveil.autoencoder.layer.Chain;
import io.unveil.autoencoder.layer.Layer;
import io.unveil.autoencoder.layer.Positions;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.autoencoder.layer.Span;
import io.unveil.recipe.Extent;
import java.util.List;

/**
 * The input pixels that one output position sees. With strides it differs from position to position; this is the
 * widest.
 *
 * @param extent rows and columns of the widest window
 * @param reach the farthest that any output position sees beyond its own place, to any side: tiles must overlap by this
 *     much
 */
public record ReceptiveField(Extent extent, int reach) {
    /** The longer side of the widest window. */
    public int size() {
        return Math.max(extent.height(), extent.width());
    }

    /** The receptive field of these layers, which start at the architecture's input. */
    static ReceptiveField through(Architecture net, List<Layer> path) {
        Chain chain = new Chain("layers", 0, path);
        Shape in = net.unit();
        Shape out = chain.shape(in);
        long height = 0;
        long width = 0;
        long reach = 0;
        for (int i = 0; i < Math.max(out.height(), out.width()); i++) {
            int row = Math.min(i, out.height() - 1);
            int column = Math.min(i, out.width() - 1);
            Positions seen = seen(net, chain.seenBy(Positions.at(row, column), in));
            height = Math.max(height, seen.rows().length());
            width = Math.max(width, seen.columns().length());
            reach = Math.max(reach, reach(seen.rows(), row, in.height(), out.height()));
            reach = Math.max(reach, reach(seen.columns(), column, in.width(), out.width()));
        }
        return new ReceptiveField(new Extent(Math.toIntExact(height), Math.toIntExact(width)), Math.toIntExact(reach));
    }

    /**
     * In a network of one size the window ends with the picture; in a free one it is that of a position far from any
     * border.
     */
    private static Positions seen(Architecture net, Positions seen) {
        return net.sides() instanceof Sides.Fixed ? seen.within(Positions.whole(net.input())) : seen;
    }

    /**
     * How far a span reaches beyond the pixels of an output position, where a side of {@code in} becomes {@code out}.
     */
    private static long reach(Span seen, int position, int in, int out) {
        long first = (long) position * in / out;
        long last = Math.max(first, ((position + 1L) * in - 1) / out);
        return Math.max(0, Math.max(first - seen.first(), seen.last() - last));
    }
}
