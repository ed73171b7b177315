package io.unveil.autoencoder.layer;

import io.unveil.recipe.Fields;
import java.util.List;

/** y[o] = b[o] + sum over i of w[o, i] x[i], with w (out, n). */
public record Dense(int out, Kernel kernel) implements FullyConnected {
    public static Dense read(Fields fields) {
        return new Dense(fields.integer("out", 1, MAX_OUT), Kernel.read(fields));
    }

    @Override
    public String kind() {
        return "dense";
    }

    @Override
    public List<Integer> kernelShape(int n) {
        return List.of(out, n);
    }

    @Override
    public boolean isTransposed() {
        return false;
    }
}
