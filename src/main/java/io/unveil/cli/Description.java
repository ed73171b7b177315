package io.unveil.cli;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.Convolution;
import io.unveil.autoencoder.Layer;
import io.unveil.autoencoder.LayerTable;
import io.unveil.autoencoder.Shape;
import io.unveil.autoencoder.Skip;
import io.unveil.autoencoder.TransposedConvolution;
import java.util.List;
import java.util.Locale;

/**
 * A network in figures, all by formulas.
 *
 * @param input what goes in
 * @param multiplyAddsPerPixel of the input
 * @param receptiveField side of the widest square of input pixels that an output pixel sees
 * @param stride sides of the input are multiples of it
 * @param tileOverlap how far tiles reach over each other on each side
 */
record Description(
        Shape input,
        List<Row> layers,
        int parameters,
        double multiplyAddsPerPixel,
        int receptiveField,
        int stride,
        int tileOverlap) {
    record Row(String place, String layer, Shape out, int parameters, long multiplyAdds, long receptiveField) {}

    /** For pictures of this height and width; throws {@link Layer.DoesNotClose} when the layers do not fit them. */
    static Description of(Architecture net, int height, int width) {
        return new Description(
                new Shape(net.inputs(), height, width),
                LayerTable.of(net, height, width).stream().map(Description::row).toList(),
                net.parameters(),
                net.multiplyAddsPerPixel(),
                net.receptiveField().size(),
                net.stride(),
                net.receptiveField().reach());
    }

    private static Row row(LayerTable.Row row) {
        return new Row(
                row.place(), words(row.layer()), row.out(), row.parameters(), row.multiplyAdds(), row.receptiveField());
    }

    private static String words(Layer layer) {
        if (layer instanceof Convolution c) {
            return window(c.kind(), c.kernel(), c.stride(), c.padding());
        } else if (layer instanceof TransposedConvolution t) {
            return window(t.kind(), t.kernel(), t.stride(), t.padding());
        } else if (layer instanceof Skip) {
            return "skip, input added";
        }
        return layer.kind();
    }

    private static String window(String kind, int kernel, int stride, int padding) {
        return "%s %dx%d%s%s"
                .formatted(
                        kind,
                        kernel,
                        kernel,
                        stride == 1 ? "" : ", stride " + stride,
                        padding == 0 ? "" : ", padding " + padding);
    }

    @Override
    public String toString() {
        int places = layers.stream().mapToInt(row -> row.place.length()).max().orElse(0);
        String columns = "%-" + places + "s  %-36s %-18s %10s %16s %7s%n";
        StringBuilder table =
                new StringBuilder(columns.formatted("layer", "what", "output", "weights", "multiply-adds", "sees"));
        table.append(columns.formatted("input", "", input, "", "", ""));
        for (Row row : layers) {
            table.append(columns.formatted(
                    row.place, row.layer, row.out, row.parameters, row.multiplyAdds, row.receptiveField));
        }
        return table.append(String.format(
                        Locale.ROOT,
                        "A skip's figures hold those of the layers within it.%n%d weights, %.1f thousand multiply-adds a pixel, "
                                + "receptive field %d pixels, total stride %d, tiles overlap by %d",
                        parameters,
                        multiplyAddsPerPixel / 1000,
                        receptiveField,
                        stride,
                        tileOverlap))
                .toString();
    }
}
