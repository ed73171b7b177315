package io.unveil.card;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.LayerTable;
import io.unveil.autoencoder.layer.Layer;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.recipe.Extent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A network in figures; all come from formulas.
 *
 * @param input shape of the input
 * @param sides allowed sizes of the input
 * @param code the latent code, where the network has one
 * @param multiplyAddsPerPixel of the input
 * @param receptiveField the widest window of input pixels that an output pixel sees
 * @param stride the input's sides are multiples of it; 1 where there is only one size
 * @param tileOverlap pixels by which tiles overlap on each side
 */
public record NetworkDescription(
        Shape input,
        Sides sides,
        List<Row> layers,
        Optional<Shape> code,
        int parameters,
        double multiplyAddsPerPixel,
        Extent receptiveField,
        int stride,
        int tileOverlap) {
    record Row(String place, String layer, Shape out, int parameters, long multiplyAdds, Extent receptiveField) {}

    /** For pictures of the usual size, {@link Architecture#input}. */
    public static NetworkDescription of(Architecture net) {
        return of(net, net.input().height(), net.input().width());
    }

    /** For pictures of this height and width; throws {@link Layer.DoesNotClose} when the layers do not fit them. */
    public static NetworkDescription of(Architecture net, int height, int width) {
        return new NetworkDescription(
                new Shape(net.inputs(), height, width),
                net.sides(),
                LayerTable.of(net, height, width).stream()
                        .map(NetworkDescription::row)
                        .toList(),
                net.code(height, width),
                net.parameters(),
                net.multiplyAddsPerPixel(),
                net.receptiveField().extent(),
                net.sides() instanceof Sides.Fixed ? 1 : net.unit().height(),
                net.receptiveField().reach());
    }

    private static Row row(LayerTable.Row row) {
        return new Row(
                row.place(),
                row.layer().words(),
                row.out(),
                row.parameters(),
                row.multiplyAdds(),
                row.receptiveField());
    }

    @Override
    public String toString() {
        int places = layers.stream().mapToInt(row -> row.place.length()).max().orElse(0);
        int words = layers.stream().mapToInt(row -> row.layer.length()).max().orElse(0);
        String columns = "%-" + places + "s  %-" + words + "s  %-18s %10s %16s %9s%n";
        StringBuilder table =
                new StringBuilder(columns.formatted("layer", "what", "output", "weights", "multiply-adds", "sees"));
        table.append(columns.formatted("input", "", input, "", "", ""));
        for (Row row : layers) {
            table.append(columns.formatted(
                    row.place, row.layer, row.out, row.parameters, row.multiplyAdds, row.receptiveField.brief()));
        }
        table.append("The figures of a skip or a concat include those of its layers.%n".formatted());
        code.ifPresent(shape ->
                table.append("latent code %s, %d numbers for %d%n".formatted(shape, shape.count(), input.count())));
        return table.append(summary()).toString();
    }

    /** The last line. */
    String summary() {
        String tiles = "total stride %d, tiles overlap by %d".formatted(stride, tileOverlap);
        String taken = tiles;
        if (sides instanceof Sides.Area area) {
            taken = "%s, pictures are resized to the %s".formatted(tiles, area.text());
        } else if (sides instanceof Sides.Fixed only) {
            taken = "takes only pictures of %s".formatted(only.text());
        }
        return String.format(
                Locale.ROOT,
                "%d weights, %.1f thousand multiply-adds a pixel, receptive field %s pixels, %s",
                parameters,
                multiplyAddsPerPixel / 1000,
                receptiveField.brief(),
                taken);
    }
}
