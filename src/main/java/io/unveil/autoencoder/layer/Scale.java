package io.unveil.autoencoder.layer;

import io.unveil.recipe.Fields;
import java.util.List;

/**
 * y = factor x with a fixed factor: scales a network's output to its task.
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

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        return graph.node("Mul", List.of(x, graph.number(factor)));
    }
}
