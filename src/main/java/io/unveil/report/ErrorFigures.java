package io.unveil.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.unveil.image.Difference;
import io.unveil.image.MaskedDifference;
import java.util.Optional;

/** The error between two pictures as callers read it, rounded to four places. */
@Schema(name = "ErrorFigures")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ErrorFigures(
        @Schema(description = "mean squared error, 8-bit levels squared", example = "580.2214")
        double mse,

        @Schema(description = "mean absolute error, 8-bit levels", example = "19.1102")
        double mae,

        @Schema(
                description =
                        "peak signal-to-noise ratio in dB, peak 255; left out for equal pictures, whose PSNR is infinite",
                example = "20.4951")
        Optional<Double> psnr,

        @Schema(description = "structural similarity, 1 for equal pictures", example = "0.5132")
        double ssim,

        @Schema(description = "of filling: over the filled pixels only")
        Optional<Share> inside,

        @Schema(description = "of filling: over all other pixels, which are kept bit for bit")
        Optional<Share> outside) {
    /** The error over some of the pixels, for which there is no structural similarity. */
    @Schema(name = "ErrorShare")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Share(double mse, double mae, Optional<Double> psnr) {
        private static Share of(MaskedDifference.Share error) {
            return new Share(rounded(error.mse()), rounded(error.mae()), finite(error.psnr()));
        }
    }

    public static ErrorFigures of(Difference error) {
        return of(error, Optional.empty(), Optional.empty());
    }

    public static ErrorFigures of(MaskedDifference error) {
        return of(error.whole(), Optional.of(Share.of(error.inside())), Optional.of(Share.of(error.outside())));
    }

    private static ErrorFigures of(Difference error, Optional<Share> inside, Optional<Share> outside) {
        return new ErrorFigures(
                rounded(error.mse()),
                rounded(error.mae()),
                finite(error.psnr()),
                rounded(error.ssim()),
                inside,
                outside);
    }

    private static Optional<Double> finite(double psnr) {
        return Optional.of(psnr).filter(Double::isFinite).map(ErrorFigures::rounded);
    }

    /** Never minus zero. */
    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
