package io.unveil.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.unveil.pipeline.layers.NetworkLayers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network layer by layer; shapes are channels, height and width. */
@Schema(name = "Layers")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LayersReport(
        @Schema(example = "denoise-gray") String model,
        @Schema(example = "denoise") String task,

        @Schema(description = "shape of what goes in, for which the figures are", example = "[3, 256, 256]")
        List<Integer> input,

        @Schema(
                description =
                        "pictures that it takes: free, area and the side of a square whose area they are brought to, or width x height",
                example = "free")
        String sides,

        @Schema(description = "shape of the latent code; left out of networks without one") @Nullable
        List<Integer> code,

        @Schema(description = "numbers learnt") long parameters,

        @Schema(description = "multiply-adds for one pixel of the input")
        double multiplyAddsPerPixel,

        @Schema(description = "height and width of the widest window of input pixels that one output pixel sees")
        List<Integer> receptiveField,

        @Schema(description = "in order; a skip or a concat comes before the layers within it, whose figures it holds")
        List<Row> layers) {
    /** One layer. */
    @Schema(name = "Layer")
    record Row(
            @Schema(description = "where it stands", example = "layers.0")
            String place,

            @Schema(description = "how many skips and concats it lies in")
            int depth,

            @Schema(description = "as recipes call it", example = "convolution")
            String kind,

            @Schema(example = "convolution 3x3, stride 2, padding 1")
            String words,

            @Schema(
                    description = "how the height follows from the height before; empty where it stays",
                    example = "⌊(256 + 2·1 − 3) / 2⌋ + 1 = 128")
            String formula,

            @Schema(example = "[1, 256, 256]") List<Integer> in,
            @Schema(example = "[32, 128, 128]") List<Integer> out,
            @Schema(description = "numbers learnt") long parameters,
            @Schema(description = "for one picture") long multiplyAdds,

            @Schema(
                    description =
                            "height and width of the widest window of input pixels that one of its numbers depends on",
                    example = "[3, 3]")
            List<Integer> receptiveField) {
        static Row of(NetworkLayers.Row row) {
            return new Row(
                    row.place(),
                    row.depth(),
                    row.kind(),
                    row.words(),
                    row.formula(),
                    row.in(),
                    row.out(),
                    row.parameters(),
                    row.multiplyAdds(),
                    row.receptiveField());
        }
    }

    static LayersReport of(NetworkLayers net) {
        return new LayersReport(
                net.model(),
                net.task(),
                net.input(),
                net.sides(),
                net.code().orElse(null),
                net.parameters(),
                net.multiplyAddsPerPixel(),
                net.receptiveField(),
                net.layers().stream().map(Row::of).toList());
    }
}
