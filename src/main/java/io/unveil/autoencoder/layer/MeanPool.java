package io.unveil.autoencoder.layer;

import io.unveil.recipe.Fields;

/**
 * The mean of each window over existing pixels: neither padding nor positions beyond the end (of a window added by
 * rounding up) are counted.
 */
public record MeanPool(Window window, Rounding rounding) implements Pool {
    public static MeanPool read(Fields fields) {
        return new MeanPool(Window.readPool(fields), fields.oneOf("round", Rounding.DOWN));
    }

    @Override
    public String kind() {
        return "mean-pool";
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        return script.value("torch.avg_pool2d(%s, %s, %s, %s, %s, False, None)"
                .formatted(
                        x,
                        window.kernel().list(),
                        window.stride().list(),
                        window.padding().list(),
                        rounding.ceilMode()));
    }

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        return pool("AveragePool", x, in, graph, OnnxAttribute.of("count_include_pad", 0));
    }
}
