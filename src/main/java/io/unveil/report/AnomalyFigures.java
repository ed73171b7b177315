package io.unveil.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.unveil.image.Rectangle;
import io.unveil.pipeline.score.Scored;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** The verdict on a picture; scores to six decimals. */
@Schema(name = "Anomaly")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record AnomalyFigures(
        @Schema(
                description =
                        "0 to 1: the share of normal pictures that look less anomalous; of a model that was never calibrated just larger for more anomalous pictures",
                example = "0.998312")
        double score,

        @Schema(description = "pictures with at least this score are anomalous", example = "0.99")
        double threshold,

        @Schema(description = "whether the score reaches the threshold", example = "true")
        boolean anomalous,

        @Schema(
                description =
                        "whether the score is a share of normal pictures; if not, as the model was never calibrated or the picture is not familiar, score and threshold are only guesses",
                example = "true")
        boolean calibrated,

        @Schema(
                description =
                        "whether the picture looks, on the whole, like the normal ones that the model knows; left out where the model does not know these",
                example = "true")
        Optional<Boolean> familiar,

        @Schema(
                description = "how far it looks from the normal ones; up to 1 it is familiar; left out with familiar",
                example = "0.42")
        Optional<Double> distance,

        @Schema(
                description =
                        "share of normal pictures that is expected to reach the threshold; left out where calibrated is false",
                example = "0.01")
        Optional<Double> falseAlarmRate,

        @Schema(description = "the number behind the score, in the scoring's own unit", example = "3.41207")
        double raw,

        @Schema(description = "places that reach the threshold, the most anomalous first")
        List<Box> boxes,

        @Schema(
                description =
                        "with include=map: the scores of all places, on the scale of the threshold, as a data URL of a .npy file: float32 of shape (1, rows, columns), which cover the picture evenly",
                example = "data:application/x-npy;base64,k05VTVBZ...")
        Optional<String> map) {
    /** A place, in pixels of the picture. */
    @Schema(name = "AnomalyBox")
    public record Box(
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

    static AnomalyFigures of(Scored.Verdict verdict, Optional<String> map) {
        return new AnomalyFigures(
                decimals(verdict.score()),
                verdict.threshold(),
                verdict.anomalous(),
                verdict.calibrated(),
                verdict.familiar(),
                verdict.distance().map(AnomalyFigures::decimals),
                verdict.falseAlarmRate().map(AnomalyFigures::decimals),
                new BigDecimal(verdict.raw()).round(new MathContext(6)).doubleValue(),
                verdict.boxes().stream().map(Box::of).toList(),
                map);
    }

    private static double decimals(double share) {
        return Math.round(share * 1e6) / 1e6;
    }
}
