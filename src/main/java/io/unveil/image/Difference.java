package io.unveil.image;

/**
 * The error between two pictures of one size, over all pixels and channels, in 8-bit levels (peak 255).
 *
 * @param mse mean squared error, levels squared
 * @param mae mean absolute error, levels
 * @param psnr 10 log10(255^2 / mse) in dB; infinite for equal pictures
 * @param ssim mean structural similarity (Wang et al. 2004), 1 for equal pictures
 */
public record Difference(double mse, double mae, double psnr, double ssim) {
    /** Of values in [0, 1]. */
    public static Difference between(Pixels a, Pixels b) {
        throw new UnsupportedOperationException();
    }
}
