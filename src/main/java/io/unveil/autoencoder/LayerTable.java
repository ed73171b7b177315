package io.unveil.autoencoder;

import io.unveil.autoencoder.layer.Chain;
import io.unveil.autoencoder.layer.Composite;
import io.unveil.autoencoder.layer.Layer;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.autoencoder.layer.Weight;
import io.unveil.recipe.Extent;
import java.util.ArrayList;
import java.util.List;

/** An architecture layer by layer. All figures come from formulas: nothing is run. */
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
     * @param depth number of skips around it
     * @param layer as data
     * @param out shape of its output
     * @param parameters numbers learnt, those of layers within it included
     * @param multiplyAdds for one picture, those of layers within it included
     * @param receptiveField the widest window of input pixels that one position of the output sees
     */
    public record Row(
            String place,
            int depth,
            Layer layer,
            Shape out,
            int parameters,
            long multiplyAdds,
            Extent receptiveField) {}

    /** For pictures of this height and width; throws {@link Layer.DoesNotClose} when the layers do not fit them. */
    public static List<Row> of(Architecture architecture, int height, int width) {
        architecture.sides().check(height, width);
        LayerTable table = new LayerTable(architecture);
        table.add(0, architecture.chain(NetworkPart.WHOLE), List.of(), new Shape(architecture.inputs(), height, width));
        return List.copyOf(table.rows);
    }

    private void add(int depth, Chain chain, List<Layer> before, Shape in) {
        List<Layer> path = new ArrayList<>(before);
        for (Chain.Link link : chain.links(in)) {
            List<Layer> outside = List.copyOf(path);
            path.add(link.layer());
            rows.add(row(depth, link, path));
            if (link.layer() instanceof Composite composite) {
                add(depth + 1, composite.chain().under(link.place()), outside, link.in());
            }
        }
    }

    private Row row(int depth, Chain.Link link, List<Layer> path) {
        Layer layer = link.layer();
        return new Row(
                link.place(),
                depth,
                layer,
                layer.shape(link.in()),
                layer.weights(link.in()).stream()
                        .filter(weight -> !weight.isShared())
                        .mapToInt(Weight::count)
                        .sum(),
                layer.multiplyAdds(link.in()),
                ReceptiveField.through(architecture, path).extent());
    }
}
