package io.unveil.autoencoder;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A network as data: how many planes go in, and the layers that they pass.
 *
 * @param inputs channels of the input
 * @param layers in order
 */
public record Architecture(int inputs, List<Layer> layers) {
    /** The largest total stride looked for: seven halvings. */
    private static final int MAX_STRIDE = 128;

    /** A side on which shapes, counts and arithmetic are reckoned; per pixel they do not depend on it. */
    private static final int NOMINAL_SIDE = 2 * MAX_STRIDE;

    public Architecture {
        layers = List.copyOf(layers);
        if (inputs < 1 || layers.isEmpty()) {
            throw new IllegalArgumentException("a network has at least one input plane and one layer");
        }
    }

    /** What comes out when planes of this height and width go in. */
    public Shape shape(int height, int width) {
        return Chain.shape(layers, new Shape(inputs, height, width));
    }

    /** Channels of the output. */
    public int outputs() {
        return shape(NOMINAL_SIDE, NOMINAL_SIDE).channels();
    }

    /** The learnt tensors, in the order in which they lie in the vector of weights. */
    public List<Weight> weights() {
        return Chain.weights("layers", layers, new Shape(inputs, NOMINAL_SIDE, NOMINAL_SIDE));
    }

    /** How many numbers are learnt. */
    public int parameters() {
        return weights().stream().mapToInt(Weight::count).sum();
    }

    /** Multiply-adds for each pixel of the input. */
    public double multiplyAddsPerPixel() {
        Shape in = new Shape(inputs, NOMINAL_SIDE, NOMINAL_SIDE);
        return (double) Chain.multiplyAdds(layers, in) / in.positions();
    }

    /** The total stride: the smallest m for which every picture with sides that are multiples of m comes back at its own size. */
    public int stride() {
        for (int m = 1; m <= MAX_STRIDE; m++) {
            if (closes(m) && closes(2 * m) && closes(3 * m) && closes(4 * m)) {
                return m;
            }
        }
        throw new Layer.DoesNotClose(
                "the layers do not give back the size of their input, for no multiple up to " + MAX_STRIDE);
    }

    private boolean closes(int side) {
        try {
            Shape out = shape(side, side);
            return out.height() == side && out.width() == side;
        } catch (Layer.DoesNotClose e) {
            return false; // the answer itself: at this side the layers do not close
        }
    }

    public ReceptiveField receptiveField() {
        int period = stride();
        long size = 0;
        long reach = 0;
        for (long position = 0; position < period; position++) {
            Span seen = Chain.seenBy(layers, Span.at(position));
            size = Math.max(size, seen.last() - seen.first() + 1);
            reach = Math.max(reach, Math.max(position - seen.first(), seen.last() - position));
        }
        return new ReceptiveField(Math.toIntExact(size), Math.toIntExact(reach));
    }

    /**
     * SHA-256 of what the layers do: kind, distinction, output and arithmetic of each, names and shapes of the weights. Equal digests mean that weights
     * can be exchanged; how a layer is written down, or what it starts from, does not count.
     */
    public String digest() {
        StringBuilder all = new StringBuilder();
        for (LayerTable.Row row : LayerTable.of(this, NOMINAL_SIDE, NOMINAL_SIDE)) {
            Layer layer = row.layer();
            String what = layer.distinction().isEmpty() ? layer.kind() : layer.kind() + " " + layer.distinction();
            all.append("%s %s %s %d %d\n"
                    .formatted(row.place(), what, row.out(), row.multiplyAdds(), row.receptiveField()));
        }
        weights().forEach(weight -> all.append("%s %s\n".formatted(weight.name(), weight.shape())));
        return Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    String compile(String x, Script script) {
        return Chain.compile(layers, x, new Shape(inputs, NOMINAL_SIDE, NOMINAL_SIDE), script);
    }
}
