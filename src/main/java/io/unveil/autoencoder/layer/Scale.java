package io.unveil.autoencoder.layer;

import io.unveil.recipe.Fields;

/**
 * y = factor x, a factor that is fixed and not learnt: brings what a network gives to the size that its task wants.
 *
 * @param factor such as 0.25
 */
public record Scale(double factor) implements Pointwise {
    public static Scale read(Fields fields) {
        return new Scale(fields.number("by", -1000, 1000));
    }

    @Override
    public String distinction() {
        return "by " + factor;
    }

    @Override
    public String kind() {
        return "scale";
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        return script.value("torch.mul(%s, %s)".formatted(x, factor));
    }
}
