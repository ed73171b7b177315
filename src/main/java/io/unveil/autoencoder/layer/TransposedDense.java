package io.unveil.autoencoder.layer;

import io.unveil.recipe.Fields;
import java.util.List;

/**
 * The transposed dense layer: y[o] = b[o] + sum over i of w[i, o] x[i], with w (n, out). That is the shape of the
 * kernel of a dense layer from {@code out} to n numbers, and it may be that layer's: the decoder is then tied to the
 * encoder.
 */
public record TransposedDense(int out, Kernel kernel) implements FullyConnected {
    public static TransposedDense read(Fields fields) {
        return new TransposedDense(fields.integer("out", 1, MAX_OUT), Kernel.read(fields));
    }

    @Override
    public String kind() {
        return "transposed-dense";
    }

    @Override
    public List<Integer> kernelShape(int n) {
        return List.of(n, out);
    }

    @Override
    public boolean isTransposed() {
        return true;
    }
}
