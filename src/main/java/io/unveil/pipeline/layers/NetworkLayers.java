package io.unveil.pipeline.layers;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.LayerTable;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.inference.Model;
import io.unveil.recipe.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network in figures, all by formulas: nothing is run.
 *
 * @param input what goes in: channels, height and width
 * @param sides the sizes of pictures that it takes, as manifests have it
 * @param code the latent code, where the network has one
 * @param parameters numbers learnt
 * @param multiplyAddsPerPixel of the input
 * @param receptiveField height and width of the widest window of input pixels that an output pixel sees
 */
public record NetworkLayers(
        String model,
        String task,
        List<Integer> input,
        String sides,
        Optional<List<Integer>> code,
        long parameters,
        double multiplyAddsPerPixel,
        List<Integer> receptiveField,
        List<Row> layers) {
    /**
     * One layer; the figures of a composite hold those of the layers within it.
     *
     * @param place such as {@code layers.1.skip.0}, the start of its weights' names
     * @param depth how many composites it lies in
     * @param kind as recipes call it
     * @param words the layer in words
     * @param formula how the height that comes out follows from the height that goes in; empty where it stays
     * @param in channels, height and width of what goes in
     * @param out of what comes out
     * @param parameters numbers learnt
     * @param multiplyAdds for one picture
     * @param receptiveField height and width of the widest window of input pixels that one of its numbers depends on
     */
    public record Row(
            String place,
            int depth,
            String kind,
            String words,
            String formula,
            List<Integer> in,
            List<Integer> out,
            long parameters,
            long multiplyAdds,
            List<Integer> receptiveField) {}

    /** For pictures of the size that figures are usually given for. */
    static NetworkLayers of(Model model) {
        Architecture net = model.architecture();
        return of(model, net.input().height(), net.input().width());
    }

    /** Throws {@link io.unveil.autoencoder.layer.Layer.DoesNotClose} where the layers do not fit such pictures. */
    static NetworkLayers of(Model model, int height, int width) {
        Architecture net = model.architecture();
        Shape input = new Shape(net.inputs(), height, width);
        return new NetworkLayers(
                model.name(),
                model.card().task().word(),
                listed(input),
                net.sides().text(),
                net.code(height, width).map(NetworkLayers::listed),
                net.parameters(),
                net.multiplyAddsPerPixel(),
                listed(net.receptiveField().extent()),
                rows(LayerTable.of(net, height, width), input));
    }

    private static List<Row> rows(List<LayerTable.Row> table, Shape input) {
        List<Row> rows = new ArrayList<>();
        List<Shape> before = new ArrayList<>(List.of(input)); // what goes into the next layer, by depth
        for (LayerTable.Row row : table) {
            while (before.size() > row.depth() + 1) {
                before.remove(before.size() - 1);
            }
            Shape in = before.get(row.depth());
            rows.add(row(row, in));
            before.set(row.depth(), row.out());
            before.add(in); // a composite's own layers start where it does
        }
        return List.copyOf(rows);
    }

    private static Row row(LayerTable.Row row, Shape in) {
        return new Row(
                row.place(),
                row.depth(),
                row.layer().kind(),
                row.layer().words(),
                SizeFormula.of(row.layer(), in.height(), row.out().height()),
                listed(in),
                listed(row.out()),
                row.parameters(),
                row.multiplyAdds(),
                listed(row.receptiveField()));
    }

    static List<Integer> listed(Shape shape) {
        return List.of(shape.channels(), shape.height(), shape.width());
    }

    private static List<Integer> listed(Extent extent) {
        return List.of(extent.height(), extent.width());
    }
}
