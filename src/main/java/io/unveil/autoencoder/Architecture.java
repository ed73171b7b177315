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
 * A network as data: the planes and sizes of its input, and its layers.
 *
 * @param inputs channels of the input
 * @param sides allowed sizes of the input
 * @param layers in order
 */
public record Architecture(int inputs, Sides sides, List<Layer> layers) {
    /** The largest total stride that is tried: seven halvings. */
    private static final int MAX_STRIDE = 128;

    /**
     * The side for which shapes, counts and arithmetic of free networks are computed; per pixel they do not depend on
     * it.
     */
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

    /**
     * The input for which figures are given: the only allowed size, or a square of about 256 pixels that the total
     * stride divides.
     */
    public Shape input() {
        if (sides instanceof Sides.Fixed fixed) {
            return new Shape(inputs, fixed.height(), fixed.width());
        }
        int period = period().orElse(1);
        int side = (NOMINAL_SIDE + period - 1) / period * period;
        return new Shape(inputs, side, side);
    }

    /** The output for {@link #input}. */
    public Shape output() {
        return chain(NetworkPart.WHOLE).shape(input());
    }

    /** The output for planes of this height and width; throws {@link Layer.DoesNotClose} where they do not fit. */
    public Shape shape(int height, int width) {
        sides.check(height, width);
        return chain(NetworkPart.WHOLE).shape(new Shape(inputs, height, width));
    }

    /** Channels of the output. */
    public int outputs() {
        return output().channels();
    }

    /** The latent code for planes of this height and width; empty where no layer is the {@link Code}. */
    public Optional<Shape> code(int height, int width) {
        sides.check(height, width);
        return hasCode()
                ? Optional.of(chain(NetworkPart.ENCODER).shape(new Shape(inputs, height, width)))
                : Optional.empty();
    }

    /**
     * The decoder's output for a code; throws {@link Layer.DoesNotClose} where the code does not belong to this
     * network.
     */
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

    /** The input of a part when {@link #input} goes into the whole network. */
    Shape input(NetworkPart part) {
        return part == NetworkPart.DECODER ? chain(NetworkPart.ENCODER).shape(input()) : input();
    }

    /** The tensors that a part's layers use, in the order of use. */
    public List<Weight> uses(NetworkPart part) {
        return chain(part).weights(input(part));
    }

    /** The learnt tensors, in the order of the weight vector; a tensor that two layers share is listed once. */
    public List<Weight> weights() {
        return uses(NetworkPart.WHOLE).stream()
                .filter(weight -> !weight.isShared())
                .toList();
    }

    /** The number of learnt weights; throws ArithmeticException where they are more than one vector can hold. */
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
     * The total stride of a network whose output has the size of its input: the input's sides are multiples of it. It
     * is 1 where only one size is allowed. Throws {@link Layer.DoesNotClose} where a free network's output has another
     * size.
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
     * The smallest input after which the network's shapes repeat: the only allowed size, or the smallest square whose
     * multiples all give an output of the same share of their size. Throws {@link Layer.DoesNotClose} where there is
     * none.
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
            return false; // this is the answer: at this side the layers do not fit
        }
    }

    public ReceptiveField receptiveField() {
        return ReceptiveField.through(this, layers);
    }

    /**
     * SHA-256 of what the layers do: kind, distinction, output and arithmetic of each, names and shapes of the weights.
     * With equal digests, weights can be exchanged. How a layer is written in the recipe, and how its weights start, do
     * not count.
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
