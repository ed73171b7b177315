package io.unveil.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.unveil.image.Picture;
import io.unveil.model.ShippedModels;
import io.unveil.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report on a processed picture, as the service answers it and the command line prints it in JSON; keys that do not
 * apply are left out. A new key is a component here and a line in {@link ReportDraft}.
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Report(
        @Schema(
                description = "the model's name, or that of the method without a model",
                example = ShippedModels.DENOISE_GRAY)
        String model,

        @Schema(description = "the steps, in order", example = "[\"estimate\", \"model\"]")
        List<String> pipeline,

        @Schema(example = "cpu") String device,
        Image image,

        @Schema(description = "the parameters in use, whether given or chosen")
        UsedParameters parameters,

        @Schema(
                description =
                        "between input and output, before the output is encoded: a JPEG adds an error of its own; left out where no picture was sent, and of scoring by a model without a reconstruction")
        Optional<ErrorFigures> error,

        @Schema(description = "against the reference; left out without one")
        Optional<Reference> reference,

        @Schema(
                description = "milliseconds of decode, queue, inference and encode",
                example = "{\"decode\": 4.1, \"queue\": 0.0, \"inference\": 48.3, \"encode\": 6.0}")
        Map<String, Double> timing,

        @Schema(description = "of scoring: how anomalous the picture is, and where; left out elsewhere")
        Optional<AnomalyFigures> anomaly,

        @Schema(description = "of denoising: what noise the input has; left out elsewhere")
        Optional<NoiseFigures> noise,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "remarks for the reader, in sentences; left out where there are none")
        List<String> notes,

        @Schema(
                description = "the picture as a data URL; with include=output",
                example = "data:image/png;base64,iVBORw0KGgo...")
        Optional<String> output) {
    /** A picture's size, in pixels, and its kind. */
    public record Image(
            int width,
            int height,
            int channels,
            int bitDepth,
            @Schema(example = "png") String format) {
        public static Image of(Picture picture) {
            return new Image(
                    picture.size().width(),
                    picture.size().height(),
                    picture.channels(),
                    picture.depth().bits(),
                    Words.of(picture.format()));
        }
    }

    /** Both pictures against the true one. */
    public record Reference(
            @Schema(description = "input against the reference")
            ErrorFigures before,

            @Schema(description = "output against the reference")
            ErrorFigures after) {}
}
