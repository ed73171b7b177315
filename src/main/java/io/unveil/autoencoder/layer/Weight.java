package io.unveil.autoencoder.layer;

import java.util.List;

/**
 * A learnt tensor as a layer uses it.
 *
 * @param name its place, such as {@code layers.1.skip.0.kernel}; equal to its name in the weight file
 * @param shape as PyTorch has it: (out, in, rows, columns) for convolutions, (in, out, rows, columns) for transposed
 *     ones, (out, in) for dense layers, (in, out) for transposed ones, (out) for biases
 * @param origin source of its numbers
 */
public record Weight(String name, List<Integer> shape, Origin origin) {
    public Weight {
        shape = List.copyOf(shape);
    }

    /** The source of a tensor's numbers before training. */
    public sealed interface Origin {}

    /** Normal numbers of mean 0. */
    public record Normal(double deviation) implements Origin {}

    /** The numbers of another tensor, the one of this name. */
    public record Shared(String name) implements Origin {}

    static Weight normal(String name, List<Integer> shape, double deviation) {
        return new Weight(name, shape, new Normal(deviation));
    }

    /** One bias for each output, starting at 0. */
    static Weight bias(int outputs) {
        return normal("bias", List.of(outputs), 0);
    }

    /** The number of its entries. */
    public int count() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** Standard deviation of the normal numbers from which it starts; meaningless for a shared tensor. */
    public double deviation() {
        return origin instanceof Normal normal ? normal.deviation() : 0;
    }

    /** The name of the tensor that holds the numbers: its own or another's. */
    public String tensor() {
        return origin instanceof Shared shared ? shared.name() : name;
    }

    /** Whether another network has a tensor of its own at the same place and in the same shape. */
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
