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
    private static final double PEAK = 255;

    /**
     * Of values in [0, 1], taken as they are: values outside are not clipped.
     *
     * @throws IllegalArgumentException if the two differ in size or channels
     */
    public static Difference between(Pixels a, Pixels b) {
        if (!a.size().equals(b.size()) || a.channels() != b.channels()) {
            throw new IllegalArgumentException("only pictures of one size can be compared: %s in %d channels, %s in %d"
                    .formatted(a.size(), a.channels(), b.size(), b.channels()));
        }
        double squares = 0;
        double absolutes = 0;
        for (int i = 0; i < a.values().length; i++) {
            double error = PEAK * ((double) a.values()[i] - b.values()[i]);
            squares += error * error;
            absolutes += Math.abs(error);
        }
        double mse = squares / a.values().length;
        double psnr = 10 * Math.log10(PEAK * PEAK / mse);
        return new Difference(mse, absolutes / a.values().length, psnr, StructuralSimilarity.of(a, b));
    }
}
