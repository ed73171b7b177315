package io.unveil.degradation;

import io.unveil.image.Pixels;
import java.util.Arrays;

/**
 * Finds out how strong the white Gaussian noise in a picture is, from the picture alone. Patches of a clean picture lie near a few directions of
 * their vector space, noise fills all of them alike: so the small eigenvalues of the patches' covariance are the variance of the noise.
 *
 * <p>Only patches with little texture are taken (Liu, Tanaka, Okutomi, "Single-image noise level estimation for blind denoising",
 * IEEE Transactions on Image Processing 22(12), 2013, section II): those whose gradients are no stronger than noise alone would make them. What
 * counts as noise follows from the estimate, so choice and estimate take turns. Which eigenvalues are the noise's:
 *
 * <ul>
 *   <li>gray, patches of 7 x 7: the smallest, as Liu et al. say, and those that a finite sample spreads above it ({@link #liu});
 *   <li>colour, patches of 4 x 4 with their three channels: those left when the largest are struck off until mean and median agree
 *       (Chen, Zhu, Heng, "An efficient statistical method for image noise level estimation", ICCV 2015; {@link #chen}).
 * </ul>
 *
 * <p>Ours is the treatment of files. Where a picture lies within [0, 1], its noise is taken as clipped: each patch is weighted as
 * {@link ClippedNoise} says for its brightness. Where all samples are multiples of 1/255, the variance of rounding (1/12 level^2) is taken off.
 * Noise that is not white (enlarged, or compressed as JPEG) is underrated.
 */
public final class NoiseEstimator {
    private static final int ROUNDS = 4; // choice and estimate have settled by then
    private static final int ENOUGH = 5; // patches for each dimension of their space
    private static final int SMALLEST_SIDE = 3; // of a patch that has a gradient

    private final Patches patches;
    private final boolean[] chosen;
    private final double[] gain;

    private NoiseEstimator(Patches patches) {
        this.patches = patches;
        chosen = new boolean[patches.count()];
        gain = new double[patches.count() * patches.channels()];
    }

    /**
     * The noise in a picture of any size and number of channels; equal pictures give equal answers. A picture too small for 5 patches of 3 x 3 per
     * sample of a patch (under 9 x 9 in gray, 14 x 14 in colour, or less than three pixels wide) gives {@link NoiseLevel#NONE}, as does a
     * constant one.
     */
    public static NoiseLevel estimate(Pixels picture) {
        for (int side = picture.channels() == 1 ? 7 : 4; side >= SMALLEST_SIDE; side--) {
            Patches patches = new Patches(picture, side);
            if (patches.count() >= ENOUGH * patches.dimensions()) {
                return new NoiseEstimator(patches).level(isClipped(picture), rounding(picture));
            }
        }
        return NoiseLevel.NONE;
    }

    private NoiseLevel level(boolean clipped, double rounding) {
        Arrays.fill(gain, 1);
        double limit = Double.POSITIVE_INFINITY;
        double variance = 0;
        for (int round = 0; round < ROUNDS && choose(limit); round++) {
            double[] eigenvalues = SymmetricMatrix.eigenvalues(patches.covariance(chosen, gain));
            variance = Math.max(0, patches.channels() == 1 ? liu(eigenvalues, taken()) : chen(eigenvalues));
            limit = variance * patches.noiseStrength();
            if (clipped && variance > rounding) {
                reckonGain(new ClippedNoise(Math.sqrt(variance - rounding)));
            }
        }
        if (variance <= rounding) {
            return NoiseLevel.NONE;
        }
        double sigma = Math.sqrt(variance - rounding);
        double left = clipped ? meanSquare(new ClippedNoise(sigma)) : 1;
        return new NoiseLevel(255 * sigma, 255 * Math.sqrt(sigma * sigma * left + rounding));
    }

    /** Chooses the patches no stronger than the limit, corrected for clipping; false if they are too few, and the last answer must stand. */
    private boolean choose(double limit) {
        for (int patch = 0; patch < chosen.length; patch++) {
            double mean = 0;
            for (int c = 0; c < patches.channels(); c++) {
                mean += gain[patch * patches.channels() + c] / patches.channels();
            }
            chosen[patch] = !patches.saturated(patch) && patches.strength(patch) <= limit * mean;
        }
        return taken() >= ENOUGH * patches.dimensions();
    }

    private int taken() {
        int taken = 0;
        for (boolean one : chosen) {
            taken += one ? 1 : 0;
        }
        return taken;
    }

    private void reckonGain(ClippedNoise noise) {
        for (int i = 0; i < gain.length; i++) {
            gain[i] = noise.variance(patches.brightness(i / patches.channels(), i % patches.channels()));
        }
    }

    /** Over the whole picture, chosen or not: the lattice covers it evenly. */
    private double meanSquare(ClippedNoise noise) {
        double sum = 0;
        for (int i = 0; i < gain.length; i++) {
            sum += noise.square(patches.brightness(i / patches.channels(), i % patches.channels()));
        }
        return sum / gain.length;
    }

    /**
     * The mean of the eigenvalues that may be noise. The smallest alone is too small: of m noise eigenvalues from N patches, the smallest lies
     * at sigma^2 (1 - q)^2 and the largest at sigma^2 (1 + q)^2, q = sqrt(m / N) (Marchenko and Pastur 1967). So the m smallest
     * count, with the largest m for which the last is no further from the first than that.
     */
    static double liu(double[] rising, int patches) {
        double sum = 0;
        double mean = 0;
        for (int m = 1; m <= rising.length; m++) {
            sum += rising[m - 1];
            double q = Math.sqrt((double) m / patches);
            double spread = (1 + q) / (1 - q);
            if (rising[m - 1] <= rising[0] * spread * spread) {
                mean = sum / m;
            }
        }
        return mean;
    }

    /** The mean of the m smallest eigenvalues, with the largest m for which as many of them lie above it as below. */
    static double chen(double[] rising) {
        double sum = Arrays.stream(rising).sum();
        for (int m = rising.length; m > 1; m--) {
            double mean = sum / m;
            int below = 0;
            while (rising[below] < mean) {
                below++;
            }
            if (2 * below <= m) {
                return mean;
            }
            sum -= rising[m - 1];
        }
        return rising[0];
    }

    /** Noise that was not clipped leaves some sample outside of [0, 1], unless there was nothing to clip. */
    private static boolean isClipped(Pixels picture) {
        for (float value : picture.values()) {
            if (value < 0 || value > 1) {
                return false;
            }
        }
        return true;
    }

    /** The variance of rounding to 8 bits, if that was done: 1/12 of a squared level. */
    private static double rounding(Pixels picture) {
        for (float value : picture.values()) {
            double level = value * 255.;
            if (Math.abs(level - Math.rint(level)) > 1e-3) {
                return 0;
            }
        }
        return 1 / (12. * 255 * 255);
    }
}
