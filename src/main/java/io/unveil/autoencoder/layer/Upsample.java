package io.unveil.autoencoder.layer;

import io.unveil.recipe.Extent;
import io.unveil.recipe.Fields;
import java.util.List;

/**
 * The same picture with f times as many rows and columns; learns nothing. Shape: (C, H, W) to (C, f H, f W), where rows
 * and columns may have different f. Position j of the output lies at (j + 1/2) / f - 1/2 of the input. Multiply-adds: 4
 * for each bilinear value.
 *
 * @param by f
 */
public record Upsample(Extent by, Interpolation how) implements Layer {
    public static Upsample read(Fields fields) {
        return new Upsample(fields.extent("by", 1, 16), fields.oneOf("how", Interpolation.NEAREST));
    }

    @Override
    public String kind() {
        return "upsample";
    }

    @Override
    public String distinction() {
        return switch (how) {
            case NEAREST -> "nearest, by " + by.brief();
            case BILINEAR -> "bilinear, by " + by.brief();
        };
    }

    @Override
    public Shape shape(Shape in) {
        return new Shape(
                in.channels(),
                Math.multiplyExact(in.height(), by.height()),
                Math.multiplyExact(in.width(), by.width()));
    }

    @Override
    public List<Weight> weights(Shape in) {
        return List.of();
    }

    @Override
    public long multiplyAdds(Shape in) {
        return switch (how) {
            case NEAREST -> 0;
            case BILINEAR -> 4L * shape(in).count();
        };
    }

    @Override
    public Positions seenBy(Positions outputs, Shape in) {
        return new Positions(seen(outputs.rows(), by.height()), seen(outputs.columns(), by.width()));
    }

    private Span seen(Span outputs, int f) {
        return switch (how) {
            case NEAREST -> new Span(Math.floorDiv(outputs.first(), f), Math.floorDiv(outputs.last(), f));
            case BILINEAR -> // the pixels before and after the place (2j + 1 - f) / 2f
                new Span(
                        Math.floorDiv(2 * outputs.first() + 1 - f, 2L * f),
                        -Math.floorDiv(f - 1 - 2 * outputs.last(), 2L * f));
        };
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        String factors = "[%d., %d.]".formatted(by.height(), by.width());
        return script.value(
                switch (how) {
                    case NEAREST -> "torch.upsample_nearest2d(%s, None, %s)".formatted(x, factors);
                    case BILINEAR -> "torch.upsample_bilinear2d(%s, None, False, %s)".formatted(x, factors);
                });
    }

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        String factors = graph.numbers(1, 1, by.height(), by.width());
        List<String> inputs = List.of(x, "", factors); // no region of interest
        return switch (how) {
            case NEAREST ->
                graph.node(
                        "Resize",
                        inputs,
                        OnnxAttribute.of("mode", "nearest"),
                        OnnxAttribute.of("coordinate_transformation_mode", "asymmetric"),
                        OnnxAttribute.of("nearest_mode", "floor"));
            case BILINEAR ->
                graph.node(
                        "Resize",
                        inputs,
                        OnnxAttribute.of("mode", "linear"),
                        OnnxAttribute.of("coordinate_transformation_mode", "half_pixel"));
        };
    }
}
