package io.unveil.autoencoder.layer;

import io.unveil.recipe.Fields;
import java.util.List;

/**
 * y = x where x is positive, else slope x: a rectified linear unit that never dies (Maas et al. 2013).
 *
 * @param slope from 0 to 1
 */
public record LeakyRelu(double slope) implements Pointwise {
    public static LeakyRelu read(Fields fields) {
        return new LeakyRelu(fields.number("slope", 0, 1, 0.01));
    }

    @Override
    public String distinction() {
        return "slope " + slope;
    }

    @Override
    public String kind() {
        return "leaky-relu";
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        return script.activation("leaky_relu", x, ", " + slope);
    }

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        return graph.node("LeakyRelu", List.of(x), OnnxAttribute.of("alpha", slope));
    }
}
