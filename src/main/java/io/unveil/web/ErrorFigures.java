package io.unveil.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.unveil.image.Difference;
import io.unveil.image.MaskedDifference;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The error between two pictures as callers read it, rounded to four places. */
@Schema(name = "Error")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErrorFigures(
        @Schema(description = "mean squared error, 8-bit levels squared", example = "580.2214")
        double mse,

        @Schema(description = "mean absolute error, 8-bit levels", example = "19.1102")
        double mae,

        @Schema(
                description =
                        "peak signal-to-noise ratio in dB, peak 255; left out for equal pictures, whose PSNR is infinite",
                example = "20.4951")
        @Nullable
        Double psnr,

        @Schema(description = "structural similarity, 1 for equal pictures", example = "0.5132")
        double ssim,

        @Schema(description = "of filling: over what was filled alone") @Nullable
        Share inside,

        @Schema(description = "of filling: over all else, which is kept bit for bit") @Nullable
        Share outside) {
    /** The error over a share of the pixels, which has no structural similarity. */
    @Schema(name = "ErrorShare")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Share(double mse, double mae, @Nullable Double psnr) {
        private static Share of(MaskedDifference.Share error) {
            return new Share(rounded(error.mse()), rounded(error.mae()), finite(error.psnr()));
        }
    }

    static ErrorFigures of(Difference error) {
        return of(error, null, null);
    }

    static ErrorFigures of(MaskedDifference error) {
        return of(error.whole(), Share.of(error.inside()), Share.of(error.outside()));
    }

    private static ErrorFigures of(Difference error, @Nullable Share inside, @Nullable Share outside) {
        return new ErrorFigures(
                rounded(error.mse()),
                rounded(error.mae()),
                finite(error.psnr()),
                rounded(error.ssim()),
                inside,
                outside);
    }

    /** PSNR as headers write it. */
    String decibels() {
        return text(psnr == null ? Double.POSITIVE_INFINITY : psnr);
    }

    private static @Nullable Double finite(double psnr) {
        return Double.isInfinite(psnr) ? null : Double.valueOf(rounded(psnr));
    }

    /** As headers write a figure; the PSNR of equal pictures is inf. */
    static String text(double value) {
        return Double.isInfinite(value) ? "inf" : String.format(Locale.ROOT, "%.4f", rounded(value));
    }

    /** Never minus zero. */
    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
