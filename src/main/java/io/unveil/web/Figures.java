package io.unveil.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.unveil.image.Difference;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The error between two pictures as callers read it, rounded to four places. */
@Schema(name = "Error")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Figures(
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
        double ssim) {
    static Figures of(Difference error) {
        return new Figures(
                rounded(error.mse()),
                rounded(error.mae()),
                Double.isInfinite(error.psnr()) ? null : Double.valueOf(rounded(error.psnr())),
                rounded(error.ssim()));
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
