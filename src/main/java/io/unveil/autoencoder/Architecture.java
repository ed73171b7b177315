package io.unveil.autoencoder;

import io.unveil.autoencoder.layer.Chain;
import io.unveil.autoencoder.layer.Code;
import io.unveil.autoencoder.layer.Layer;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.autoencoder.layer.Weight;
import io.unveil.file.Digests;
import io.unveil.recipe.Extent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A network as data: how many planes of which sizes go in, and the layers that they pass.
 *
 * @param inputs channels of the input
 * @param sides the sizes of pictures that it takes
 * @param layers in order
 */
public record Architecture(int inputs, Sides sides, List<Layer> layers) {
    /** The largest total stride looked for: seven halvings. */
    private static final int MAX_STRIDE = 128;

    /** A side on which free networks' shapes, counts and arithmetic are reckoned; per pixel they do not depend on it. */
    private static final int NOMINAL_SIDE = 256;

    public Architecture {
        layers = List.copyOf(layers);
        if (inputs < 1 || layers.isEmpty()) {
            throw new IllegalArgumentException("a network has at least one input plane and one layer");
        }
    }

    /** A network that takes pictures of any size. */
    public Architecture(int inputs, List<Layer> layers) {
        this(inputs, new Sides.Free(), layers);
    }

    /** The input that figures are given for: of the one size, or a square of about 256 pixels that the total stride divides. */
    public Shape input() {
        if (sides instanceof Sides.Fixed fixed) {
            return new Shape(inputs, fixed.height(), fixed.width());
        }
        int period = period().orElse(1);
        int side = (NOMINAL_SIDE + period - 1) / period * period;
        return new Shape(inputs, side, side);
    }

    /** What comes out when {@link #input} goes in. */
    public Shape output() {
        return chain(NetworkPart.WHOLE).shape(input());
    }

    /** What comes out when planes of this height and width go in; throws {@link Layer.DoesNotClose} where they do not fit. */
    public Shape shape(int height, int width) {
        sides.check(height, width);
        return chain(NetworkPart.WHOLE).shape(new Shape(inputs, height, width));
    }

    /** Channels of the output. */
    public int outputs() {
        return output().channels();
    }

    /** The latent code for planes of this height and width; none where no layer is marked as the {@link Code}. */
    public Optional<Shape> code(int height, int width) {
        sides.check(height, width);
        return hasCode()
                ? Optional.of(chain(NetworkPart.ENCODER).shape(new Shape(inputs, height, width)))
                : Optional.empty();
    }

    /** What the decoder makes of a code; throws {@link Layer.DoesNotClose} where it is no code of this network. */
    public Shape decoded(Shape code) {
        Shape usual = input(NetworkPart.DECODER);
        boolean fits = sides instanceof Sides.Fixed ? code.equals(usual) : code.channels() == usual.channels();
        if (!fits) {
            String expected =
                    sides instanceof Sides.Fixed ? usual.toString() : usual.channels() + " x any height and width";
            throw new Layer.DoesNotClose("a code of this network is %s, this one is %s".formatted(expected, code));
        }
        return chain(NetworkPart.DECODER).shape(code);
    }

    public boolean hasCode() {
        return layers.contains(new Code());
    }

    /** The layers of a part, with their places in the whole. */
    public Chain chain(NetworkPart part) {
        int code = layers.indexOf(new Code());
        if (part != NetworkPart.WHOLE && code < 0) {
            throw new IllegalStateException("no layer of the network is its code");
        }
        return switch (part) {
            case WHOLE -> new Chain("layers", 0, layers);
            case ENCODER -> new Chain("layers", 0, layers.subList(0, code));
            case DECODER -> new Chain("layers", code + 1, layers.subList(code + 1, layers.size()));
        };
    }

    /** What goes into a part when {@link #input} goes into the whole. */
    Shape input(NetworkPart part) {
        return part == NetworkPart.DECODER ? chain(NetworkPart.ENCODER).shape(input()) : input();
    }

    /** The tensors that a part's layers use, in the order in which they ask for them. */
    public List<Weight> uses(NetworkPart part) {
        return chain(part).weights(input(part));
    }

    /** The learnt tensors, in the order in which they lie in the vector of weights; one that two layers share stands here once. */
    public List<Weight> weights() {
        return uses(NetworkPart.WHOLE).stream()
                .filter(weight -> !weight.isShared())
                .toList();
    }

    /** How many numbers are learnt; throws ArithmeticException where they are more than one vector can hold. */
    public int parameters() {
        return weights().stream().mapToInt(Weight::count).reduce(0, Math::addExact);
    }

    /** Multiply-adds for one picture of {@link #input}. */
    public long multiplyAdds() {
        return chain(NetworkPart.WHOLE).multiplyAdds(input());
    }

    /** Multiply-adds for each pixel of the input. */
    public double multiplyAddsPerPixel() {
        return (double) multiplyAdds() / input().positions();
    }

    /**
     * The total stride of a network that gives back the size of its input: sides of pictures are multiples of it; 1 where there is one
     * size alone. Throws {@link Layer.DoesNotClose} where a free network's output has another size.
     */
    public int stride() {
        if (sides instanceof Sides.Fixed) {
            return 1;
        }
        if (!keepsSize()) {
            throw new Layer.DoesNotClose("the layers do not give back the size of their input: %s comes out as %s"
                    .formatted(input(), output()));
        }
        return unit().height();
    }

    /** Whether the output has the height and width of the input. */
    public boolean keepsSize() {
        return output().extent().equals(input().extent());
    }

    /**
     * The input after which what the network does repeats itself: the one size, or the smallest square whose every multiple comes out at
     * the same share of its size. Throws {@link Layer.DoesNotClose} where there is none.
     */
    public Shape unit() {
        if (sides instanceof Sides.Fixed) {
            return input();
        }
        int period = period().orElseThrow(() -> new Layer.DoesNotClose(
                "the size of the output is no fixed share of the input's, for no multiple up to " + MAX_STRIDE));
        return new Shape(inputs, period, period);
    }

    private OptionalInt period() {
        return IntStream.rangeClosed(1, MAX_STRIDE).filter(this::repeats).findFirst();
    }

    private boolean repeats(int side) {
        try {
            Extent one = shape(side, side).extent();
            for (int times = 2; times <= 4; times++) {
                Extent more = shape(times * side, times * side).extent();
                if (!more.equals(new Extent(times * one.height(), times * one.width()))) {
                    return false;
                }
            }
            return true;
        } catch (Layer.DoesNotClose e) {
            return false; // the answer itself: at this side the layers do not close
        }
    }

    public ReceptiveField receptiveField() {
        return ReceptiveField.through(this, layers);
    }

    /**
     * SHA-256 of what the layers do: kind, distinction, output and arithmetic of each, names and shapes of the weights. Equal digests mean
     * that weights can be exchanged; how a layer is written down, or what it starts from, does not count.
     */
    public String digest() {
        StringBuilder all = new StringBuilder();
        if (sides instanceof Sides.Fixed) {
            all.append("%d %s\n".formatted(inputs, sides.text()));
        }
        Shape in = input();
        for (LayerTable.Row row : LayerTable.of(this, in.height(), in.width())) {
            Layer layer = row.layer();
            String what = layer.distinction().isEmpty() ? layer.kind() : layer.kind() + " " + layer.distinction();
            all.append("%s %s %s %d %s\n"
                    .formatted(
                            row.place(),
                            what,
                            row.out(),
                            row.multiplyAdds(),
                            row.receptiveField().brief()));
        }
        weights().forEach(weight -> all.append("%s %s\n".formatted(weight.name(), weight.shape())));
        return Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
