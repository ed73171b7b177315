package io.unveil.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Codec;
import io.unveil.pipeline.layers.LayerMaps;
import io.unveil.report.DataUrl;
import io.unveil.report.Report;
import io.unveil.report.Timings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a layer makes of a picture: the JSON answer. */
@Schema(name = "Maps")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MapsReport(
        @Schema(example = "denoise-gray") String model,
        @Schema(example = "cpu") String device,
        LayersReport.Row layer,
        Report.Image image,

        @Schema(description = "the size in which the network read the picture")
        Read read,

        @Schema(description = "rows and columns of the kernels; left out of a layer without them") @Nullable
        List<Integer> window,

        List<Channel> maps,

        @Schema(description = "milliseconds of decode, queue, inference and encode")
        Map<String, Double> timing,

        @Schema(description = "in plain words, what a reader should know; left out where there is nothing") @Nullable
        List<String> notes) {
    /** Positions up to which numbers are given as numbers. */
    private static final int FEW = 64;

    @Schema(name = "ReadSize")
    record Read(
            @Schema(example = "256") int width,
            @Schema(example = "192") int height) {}

    /** One channel of the layer's output. */
    @Schema(name = "LayerMap")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Channel(
            int index,
            int width,
            int height,

            @Schema(description = "its smallest number, black in the picture")
            double least,

            @Schema(description = "its largest number, white in the picture")
            double most,

            @Schema(description = "a gray PNG as a data URL", example = "data:image/png;base64,iVBORw0KGgo...")
            String picture,

            @Schema(description = "the numbers themselves, row by row, where there are at most 64") @Nullable
            List<Double> values,

            @Schema(
                    description =
                            "for each of the first 16 planes that went in, the window's weights row by row; left out of a layer without kernels")
            @Nullable
            List<List<Double>> kernels) {
        static Channel of(LayerMaps.Channel map) {
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (float value : map.values()) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            return new Channel(
                    map.index(),
                    map.width(),
                    map.height(),
                    rounded(least),
                    rounded(most),
                    DataUrl.of("image/png", png(map, least, most)),
                    map.values().length <= FEW ? rounded(map.values()) : null,
                    map.kernels().isEmpty()
                            ? null
                            : map.kernels().stream().map(Channel::rounded).toList());
        }

        private static byte[] png(LayerMaps.Channel map, float least, float most) {
            float range = most > least ? most - least : 1;
            float[] gray = new float[map.values().length];
            for (int i = 0; i < gray.length; i++) {
                gray[i] = (map.values()[i] - least) / range;
            }
            Pixels pixels = new Pixels(map.width(), map.height(), 1, gray);
            return Codec.encode(Picture.of(pixels, BitDepth.EIGHT, Format.PNG), Format.PNG, 95);
        }

        private static List<Double> rounded(float[] values) {
            return IntStream.range(0, values.length)
                    .mapToObj(i -> rounded(values[i]))
                    .toList();
        }

        /** To five digits. */
        private static double rounded(float value) {
            return Float.isFinite(value)
                    ? new BigDecimal(value).round(new MathContext(5)).doubleValue()
                    : 0;
        }
    }

    static MapsReport of(LayerMaps done, List<Channel> maps, Picture picture, Timings timings) {
        return new MapsReport(
                done.model(),
                done.device(),
                LayersReport.Row.of(done.layer()),
                Report.Image.of(picture),
                new Read(done.read().width(), done.read().height()),
                done.window().isEmpty() ? null : done.window(),
                maps,
                timings.inMilliseconds(),
                done.notes().isEmpty() ? null : done.notes());
    }
}
