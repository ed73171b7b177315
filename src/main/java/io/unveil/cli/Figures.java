package io.unveil.cli;

import io.unveil.image.Difference;
import io.unveil.image.MaskedDifference;
import java.util.Locale;
import java.util.Optional;

/**
 * A reconstruction error as it is printed.
 *
 * @param mse 8-bit levels squared
 * @param mae 8-bit levels
 * @param psnr dB; empty for equal pictures, whose PSNR is infinite
 * @param inside over what was filled alone; of filling
 * @param outside over all else; of filling
 */
record Figures(
        double mse, double mae, Optional<Double> psnr, double ssim, Optional<Share> inside, Optional<Share> outside) {
    /** The error over a share of the pixels. */
    record Share(double mse, double mae, Optional<Double> psnr) {
        private static Share of(MaskedDifference.Share error) {
            return new Share(Json.rounded(error.mse()), Json.rounded(error.mae()), finite(error.psnr()));
        }
    }

    static Figures of(Difference error) {
        return of(error, Optional.empty(), Optional.empty());
    }

    static Figures of(MaskedDifference error) {
        return of(error.whole(), Optional.of(Share.of(error.inside())), Optional.of(Share.of(error.outside())));
    }

    private static Figures of(Difference error, Optional<Share> inside, Optional<Share> outside) {
        return new Figures(
                Json.rounded(error.mse()),
                Json.rounded(error.mae()),
                finite(error.psnr()),
                Json.rounded(error.ssim()),
                inside,
                outside);
    }

    private static Optional<Double> finite(double psnr) {
        return Optional.of(psnr).filter(Double::isFinite).map(Json::rounded);
    }

    /** In dB, "inf" for equal pictures. */
    String decibels() {
        return decibels(psnr);
    }

    /** The same over what was filled alone. */
    String decibelsInside() {
        return decibels(inside.flatMap(Share::psnr));
    }

    private static String decibels(Optional<Double> psnr) {
        return psnr.map(value -> String.format(Locale.ROOT, "%.2f", value)).orElse("inf");
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "mse %.4f  mae %.4f  psnr %s dB  ssim %.4f", mse, mae, decibels(), ssim);
    }
}
