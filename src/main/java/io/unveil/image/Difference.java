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
    /**
     * Of values in [0, 1]; values outside are not clipped. Reads row by row.
     *
     * @throws IllegalArgumentException if the two differ in size or channels
     */
    public static Difference between(Source a, Source b) {
        requireAlike(a, b);
        ErrorSums sums = new ErrorSums();
        for (int y = 0; y < a.size().height(); y++) {
            float[] ours = a.region(0, y, a.size().width(), 1).values();
            float[] theirs = b.region(0, y, a.size().width(), 1).values();
            for (int i = 0; i < ours.length; i++) {
                sums.add(ours[i], theirs[i]);
            }
        }
        double count = (double) a.size().pixels() * a.channels();
        return new Difference(sums.mse(count), sums.mae(count), sums.psnr(count), StructuralSimilarity.of(a, b));
    }

    /** The PSNR that belongs to a mean squared error. */
    public static double decibels(double mse) {
        return ErrorSums.decibels(mse);
    }

    static void requireAlike(Source a, Source b) {
        if (!a.size().equals(b.size()) || a.channels() != b.channels()) {
            throw new IllegalArgumentException("only pictures of one size can be compared: %s in %d channels, %s in %d"
                    .formatted(a.size(), a.channels(), b.size(), b.channels()));
        }
    }
}
