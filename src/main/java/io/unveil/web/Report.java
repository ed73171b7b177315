package io.unveil.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.unveil.image.Picture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said about a picture that was worked on: the JSON answer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Report(
        @Schema(description = "the model's name, or that of the method where it is none", example = "denoise-gray")
        String model,

        @Schema(description = "what was done, in order", example = "[\"estimate\", \"model\"]")
        List<String> pipeline,

        @Schema(example = "cpu") String device,
        Image image,

        @Schema(
                description = "what was set, or chosen where it was not",
                oneOf = {Parameters.Denoise.class, Parameters.Fill.class})
        Parameters parameters,

        @Schema(
                description =
                        "between input and output, the output as it was before encoding: a JPEG adds an error of its own")
        Figures error,

        @Schema(description = "against the reference; left out without one") @Nullable
        Reference reference,

        @Schema(
                description = "milliseconds of decode, queue, inference and encode",
                example = "{\"decode\": 4.1, \"queue\": 0.0, \"inference\": 48.3, \"encode\": 6.0}")
        Map<String, Double> timing,

        @Schema(description = "in plain words, what a reader should know; left out where there is nothing") @Nullable
        List<String> notes,

        @Schema(
                description = "the picture as a data URL; with include=output",
                example = "data:image/png;base64,iVBORw0KGgo...")
        @Nullable
        String output) {

    record Image(
            int width,
            int height,
            int channels,
            int bitDepth,
            @Schema(example = "png") String format) {
        static Image of(Picture picture) {
            return new Image(
                    picture.size().width(),
                    picture.size().height(),
                    picture.channels(),
                    picture.depth().bits(),
                    picture.format().name().toLowerCase(Locale.ROOT));
        }
    }

    /** What the route's parameters came to. */
    sealed interface Parameters {
        @Schema(name = "DenoiseParameters")
        record Denoise(
                @Schema(description = "noise level used, 8-bit levels", example = "25")
                double sigma,

                @Schema(description = "whether sigma was estimated from the picture")
                boolean estimated,

                double strength,
                @Schema(example = "fast") String quality,
                @Schema(example = "model") String method)
                implements Parameters {}

        @Schema(name = "FillParameters")
        record Fill(
                @Schema(
                        description = "where the hole was told from",
                        allowableValues = {"picture", "alpha", "region"})
                String mask,

                boolean invert,
                @Schema(description = "pixels") int grow,
                @Schema(description = "pixels") int feather,
                @Schema(example = "auto") String method,

                @Schema(description = "share of the picture that was filled, 0 to 1", example = "0.0421")
                double coverage)
                implements Parameters {}
    }

    record Reference(
            @Schema(description = "input against the reference")
            Figures before,

            @Schema(description = "output against the reference")
            Figures after) {}

    static Report of(Outcome done, Timings timings, @Nullable String output) {
        Map<String, Double> timing = new LinkedHashMap<>();
        timings.stages().forEach((stage, time) -> timing.put(stage, Timings.milliseconds(time)));
        return new Report(
                done.model(),
                done.pipeline(),
                done.device(),
                Image.of(done.picture()),
                done.parameters(),
                done.error(),
                done.reference().orElse(null),
                timing,
                done.notes().isEmpty() ? null : done.notes(),
                output);
    }
}
