package io.unveil.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.unveil.image.Picture;
import io.unveil.image.Rectangle;
import io.unveil.pipeline.score.Scored;
import java.math.BigDecimal;
import java.math.MathContext;
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
                oneOf = {
                    Parameters.Denoise.class,
                    Parameters.Fill.class,
                    Parameters.Reconstruct.class,
                    Parameters.Anomaly.class,
                    Parameters.Decode.class
                })
        Parameters parameters,

        @Schema(
                description =
                        "between input and output, the output as it was before encoding: a JPEG adds an error of its own; left out where no picture came in, and of scoring by a model that does not say what the picture should be")
        @Nullable
        ErrorFigures error,

        @Schema(description = "against the reference; left out without one") @Nullable
        Reference reference,

        @Schema(
                description = "milliseconds of decode, queue, inference and encode",
                example = "{\"decode\": 4.1, \"queue\": 0.0, \"inference\": 48.3, \"encode\": 6.0}")
        Map<String, Double> timing,

        @Schema(description = "of scoring: how anomalous the picture is, and where; left out elsewhere") @Nullable
        Anomaly anomaly,

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
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Denoise(
                @Schema(
                        description = "noise level used, 8-bit levels; left out of a blind model, which is told none",
                        example = "25")
                @Nullable
                Double sigma,

                @Schema(description = "whether sigma was estimated from the picture")
                boolean estimated,

                double strength,

                @Schema(
                        description = "where it was wished for",
                        allowableValues = {"fast", "best"})
                @Nullable
                String quality,

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

        @Schema(name = "ReconstructParameters")
        record Reconstruct(
                @Schema(description = "of the picture as the network read it", example = "28")
                int width,

                @Schema(example = "28") int height,
                @Schema(example = "1") int channels)
                implements Parameters {}

        @Schema(name = "AnomalyParameters")
        record Anomaly(
                @Schema(description = "how it was scored", example = "segmentation")
                String scoring,

                @Schema(description = "what a picture answer shows", example = "heatmap")
                String view,

                @Schema(description = "of the picture as the network read it", example = "256")
                int width,

                @Schema(example = "256") int height)
                implements Parameters {}

        @Schema(name = "DecodeParameters")
        record Decode(
                @Schema(description = "of the code: channels, height and width, or channels alone", example = "[32]")
                List<Integer> shape)
                implements Parameters {}
    }

    /** The verdict on a picture; scores to six decimals. */
    @Schema(name = "Anomaly")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Anomaly(
            @Schema(
                    description =
                            "0 to 1: the share of normal pictures that look less anomalous; of a model that was never calibrated only larger for what is odder",
                    example = "0.998312")
            double score,

            @Schema(description = "from which score on a picture is anomalous", example = "0.99")
            double threshold,

            @Schema(description = "whether the score reaches the threshold", example = "true")
            boolean anomalous,

            @Schema(
                    description =
                            "whether normal pictures were measured; where not, score and threshold are mere guesses",
                    example = "true")
            boolean calibrated,

            @Schema(
                    description =
                            "share of normal pictures that is expected to reach the threshold; left out of a model that was never calibrated",
                    example = "0.01")
            @Nullable
            Double falseAlarmRate,

            @Schema(description = "the number behind the score, in the scoring's own unit", example = "3.41207")
            double raw,

            @Schema(description = "places that reach the threshold, the most anomalous first")
            List<Box> boxes,

            @Schema(
                    description =
                            "with include=map: the scores of all places, on the scale of the threshold, as a data URL of a .npy file: float32 of shape (1, rows, columns), which cover the picture evenly",
                    example = "data:application/x-npy;base64,k05VTVBZ...")
            @Nullable
            String map) {
        /** A place, in pixels of the picture. */
        @Schema(name = "AnomalyBox")
        record Box(
                @Schema(example = "113") int x,
                @Schema(example = "40") int y,
                @Schema(example = "36") int width,
                @Schema(example = "12") int height,

                @Schema(description = "of the place, on the scale of the threshold", example = "0.999104")
                double score) {
            private static Box of(Scored.Place place) {
                Rectangle at = place.box().place();
                return new Box(at.x(), at.y(), at.width(), at.height(), decimals(place.score()));
            }
        }

        static Anomaly of(Scored.Verdict verdict, @Nullable String map) {
            return new Anomaly(
                    decimals(verdict.score()),
                    verdict.threshold(),
                    verdict.anomalous(),
                    verdict.calibrated(),
                    verdict.falseAlarmRate().map(Anomaly::decimals).orElse(null),
                    new BigDecimal(verdict.raw()).round(new MathContext(6)).doubleValue(),
                    verdict.boxes().stream().map(Box::of).toList(),
                    map);
        }

        /** Picture answers say the same, but for the boxes. */
        Map<String, String> headers() {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Unveil-Score", text(score));
            headers.put("Unveil-Threshold", text(threshold));
            headers.put("Unveil-Anomalous", String.valueOf(anomalous));
            headers.put("Unveil-Calibrated", String.valueOf(calibrated));
            if (falseAlarmRate != null) {
                headers.put("Unveil-False-Alarm-Rate", text(falseAlarmRate));
            }
            return headers;
        }

        private static String text(double share) {
            return String.format(Locale.ROOT, "%.6f", share);
        }

        private static double decimals(double share) {
            return Math.round(share * 1e6) / 1e6;
        }
    }

    record Reference(
            @Schema(description = "input against the reference")
            ErrorFigures before,

            @Schema(description = "output against the reference")
            ErrorFigures after) {}

    static Report of(Outcome done, Timings timings, @Nullable String output) {
        return new Report(
                done.model(),
                done.pipeline(),
                done.device(),
                done.image(),
                done.parameters(),
                done.error().orElse(null),
                done.reference().orElse(null),
                timings.inMilliseconds(),
                done.anomaly().orElse(null),
                done.notes().isEmpty() ? null : done.notes(),
                output);
    }
}
