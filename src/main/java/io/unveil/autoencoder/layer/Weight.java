package io.unveil.autoencoder.layer;

import java.util.List;

/**
 * A learnt tensor, as one layer uses it.
 *
 * @param name where it stands, such as {@code layers.1.skip.0.kernel}; equal to its name in the weight file
 * @param shape as PyTorch has it: (out, in, rows, columns) for convolutions, (in, out, rows, columns) for transposed ones, (out, in) for
 *     dense layers, (in, out) for transposed ones, (out) for biases
 * @param origin where its numbers come from
 */
public record Weight(String name, List<Integer> shape, Origin origin) {
    public Weight {
        shape = List.copyOf(shape);
    }

    /** Where the numbers of a tensor come from before any training. */
    public sealed interface Origin {}

    /** Normal numbers of mean 0. */
    public record Normal(double deviation) implements Origin {}

    /** They are another tensor's, the one of this name. */
    public record Shared(String name) implements Origin {}

    static Weight normal(String name, List<Integer> shape, double deviation) {
        return new Weight(name, shape, new Normal(deviation));
    }

    /** A bias for each output, which starts at 0. */
    static Weight bias(int outputs) {
        return normal("bias", List.of(outputs), 0);
    }

    /** How many numbers it holds. */
    public int count() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** Standard deviation of the normal numbers it starts from; of no use where they are another's. */
    public double deviation() {
        return origin instanceof Normal normal ? normal.deviation() : 0;
    }

    /** The name of the tensor whose numbers these are: its own or another's. */
    public String tensor() {
        return origin instanceof Shared shared ? shared.name() : name;
    }

    /** Whether another network has such a tensor of its own: at the same place, in the same shape. */
    public boolean isLike(Weight other) {
        return !other.isShared() && name.equals(other.name) && shape.equals(other.shape);
    }

    public boolean isShared() {
        return origin instanceof Shared;
    }

    Weight under(String place) {
        return new Weight(place + "." + name, shape, origin);
    }
}
