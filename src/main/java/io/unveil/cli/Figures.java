package io.unveil.cli;

import io.unveil.image.Difference;
import java.util.Locale;
import java.util.Optional;

/**
 * A reconstruction error as it is printed.
 *
 * @param mse 8-bit levels squared
 * @param mae 8-bit levels
 * @param psnr dB; empty for equal pictures, whose PSNR is infinite
 */
record Figures(double mse, double mae, Optional<Double> psnr, double ssim) {
    static Figures of(Difference error) {
        return new Figures(
                Json.rounded(error.mse()),
                Json.rounded(error.mae()),
                Optional.of(error.psnr()).filter(Double::isFinite).map(Json::rounded),
                Json.rounded(error.ssim()));
    }

    /** In dB, "inf" for equal pictures. */
    String decibels() {
        return psnr.map(value -> String.format(Locale.ROOT, "%.2f", value)).orElse("inf");
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "mse %.4f  mae %.4f  psnr %s dB  ssim %.4f", mse, mae, decibels(), ssim);
    }
}
