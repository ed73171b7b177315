package io.unveil.autoencoder.layer;

import io.unveil.recipe.Fields;

/**
 * In training, each number is set to 0 with this probability, else divided by 1 - rate, so that the mean stays
 * (Srivastava et al. 2014); otherwise y = x. The engine draws which numbers are dropped, from its seed.
 *
 * @param rate at least 0, below 1
 */
public record Dropout(double rate) implements Pointwise {
    public static Dropout read(Fields fields) {
        return new Dropout(fields.number("rate", 0, 0.99));
    }

    @Override
    public String distinction() {
        return "rate " + rate;
    }

    @Override
    public String kind() {
        return "dropout";
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        return script.mode() == Mode.TRAINING ? script.value("torch.dropout(%s, %s, True)".formatted(x, rate)) : x;
    }

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        return x;
    }
}
