package io.unveil.autoencoder;

import java.util.ArrayList;
import java.util.List;

/** An architecture layer by layer, all of it by formulas: nothing is run. */
public final class LayerTable {
    private final Architecture architecture;
    private final List<Row> rows = new ArrayList<>();

    private LayerTable(Architecture architecture) {
        this.architecture = architecture;
    }

    /**
     * One layer.
     *
     * @param place such as {@code layers.1.skip.0}, the start of its weights' names
     * @param depth how many skips it lies in
     * @param layer as data
     * @param out what comes out of it
     * @param parameters numbers learnt, those of layers within it included
     * @param multiplyAdds for one picture, those of layers within it included
     * @param receptiveField side of the widest square of input pixels that one position of the output sees
     */
    public record Row(
            String place, int depth, Layer layer, Shape out, int parameters, long multiplyAdds, long receptiveField) {}

    /** For pictures of this height and width; throws {@link Layer.DoesNotClose} when the layers do not fit them. */
    public static List<Row> of(Architecture architecture, int height, int width) {
        LayerTable table = new LayerTable(architecture);
        table.add("layers", 0, architecture.layers(), List.of(), new Shape(architecture.inputs(), height, width));
        return List.copyOf(table.rows);
    }

    private void add(String place, int depth, List<Layer> layers, List<Layer> before, Shape in) {
        List<Layer> path = new ArrayList<>(before);
        Shape shape = in;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            String here = place + "." + i;
            List<Layer> outside = List.copyOf(path);
            path.add(layer);
            rows.add(row(here, depth, layer, path, shape));
            if (layer instanceof Skip skip) {
                add(here + ".skip", depth + 1, skip.layers(), outside, shape);
            }
            shape = layer.shape(shape);
        }
    }

    private Row row(String place, int depth, Layer layer, List<Layer> path, Shape in) {
        int parameters = layer.weights(in).stream().mapToInt(Weight::count).sum();
        return new Row(place, depth, layer, layer.shape(in), parameters, layer.multiplyAdds(in), seenThrough(path));
    }

    /** The widest over one period of the strides: with transposed convolutions neighbours see windows of different widths. */
    private long seenThrough(List<Layer> path) {
        long widest = 0;
        for (long position = 0; position < architecture.stride(); position++) {
            Span seen = Chain.seenBy(path, Span.at(position));
            widest = Math.max(widest, seen.last() - seen.first() + 1);
        }
        return widest;
    }
}
