package io.unveil.autoencoder;

import java.util.List;

/**
 * One learnt tensor.
 *
 * @param name where it stands, such as {@code layers.1.skip.0.kernel}; equal to its name in the weight file
 * @param shape as PyTorch has it: (out, in, rows, columns) for convolutions, (in, out, rows, columns) for transposed ones, (out) for biases
 * @param deviation standard deviation of the normal numbers it starts from; 0 starts it at zero
 */
public record Weight(String name, List<Integer> shape, double deviation) {
    public Weight {
        shape = List.copyOf(shape);
    }

    /** How many numbers it holds. */
    public int count() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    Weight under(String place) {
        return new Weight(place + "." + name, shape, deviation);
    }
}
