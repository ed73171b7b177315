package io.unveil.pipeline.denoise;

import io.unveil.degradation.noise.NoiseLevel;
import io.unveil.image.Pixels;
import io.unveil.image.Source;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The noise level for cleaning a picture.
 *
 * @param levels standard deviation of the noise in 8-bit levels
 * @param estimated whether it was estimated from the picture
 */
record ResolvedSigma(double levels, boolean estimated) {
    /** The largest sigma for networks. */
    private static final double LARGEST = 100;

    /**
     * Larger pictures are estimated on windows: a megapixel has patches enough, and twelve megapixels would take as
     * long as the network.
     */
    private static final long WHOLE = 1_000_000;

    private static final int WINDOW = 333;
    private static final int WINDOWS_A_SIDE = 3;

    /** The caller's sigma, or the estimator's for the picture's values. */
    static ResolvedSigma of(Source picture, Sigma requested, ToDoubleFunction<Pixels> estimator) {
        if (requested instanceof Sigma.Known known) {
            return new ResolvedSigma(known.levels(), false);
        }
        double estimate = picture.size().pixels() <= WHOLE
                ? estimator.applyAsDouble(picture.pixels())
                : byWindows(picture, estimator);
        return new ResolvedSigma(Math.min(LARGEST, estimate), true);
    }

    /** Whether there is nothing to remove: known to be clean, or with invisible noise. */
    boolean none() {
        return levels == 0 || (estimated && levels < NoiseLevel.VISIBLE);
    }

    /** The median over evenly spread windows, so that a single window of sky or lawn does not decide. */
    private static double byWindows(Source picture, ToDoubleFunction<Pixels> estimator) {
        int width = Math.min(WINDOW, picture.size().width());
        int height = Math.min(WINDOW, picture.size().height());
        double[] estimates = new double[WINDOWS_A_SIDE * WINDOWS_A_SIDE];
        for (int i = 0; i < estimates.length; i++) {
            int x = spread(i % WINDOWS_A_SIDE, picture.size().width() - width);
            int y = spread(i / WINDOWS_A_SIDE, picture.size().height() - height);
            estimates[i] = estimator.applyAsDouble(picture.region(x, y, width, height));
        }
        Arrays.sort(estimates);
        return estimates[estimates.length / 2];
    }

    private static int spread(int number, int room) {
        return (int) ((long) room * number / (WINDOWS_A_SIDE - 1));
    }
}
