package io.unveil.degradation.noise;

import io.unveil.image.Pixels;
import java.util.Arrays;

/**
 * Estimates the strength of white Gaussian noise from a single picture. Patches of a clean picture lie near a few
 * directions of their vector space, whereas noise fills all directions alike. So the small eigenvalues of the patches'
 * covariance are the variance of the noise.
 *
 * <p>Only patches with little texture are taken (Liu, Tanaka, Okutomi, "Single-image noise level estimation for blind
 * denoising", IEEE Transactions on Image Processing 22(12), 2013, section II): those whose gradients are no stronger
 * than pure noise would make them. What counts as noise follows from the estimate, so choice and estimate take turns.
 * Which eigenvalues are the noise's:
 *
 * <ul>
 *   <li>gray, patches of 7 x 7: the smallest, as Liu et al. say, and those that a finite sample spreads above it
 *       ({@link #liu});
 *   <li>colour, patches of 4 x 4 with their three channels: those left when the largest are struck off until mean and
 *       median agree (Chen, Zhu, Heng, "An efficient statistical method for image noise level estimation", ICCV 2015;
 *       {@link #chen}).
 * </ul>
 *
 * <p>The treatment of files is our own. Where a picture lies within [0, 1], its noise is taken as clipped: each patch
 * is weighted as {@link ClippedNoise} says for its brightness. Where all samples are multiples of 1/255, the variance
 * of rounding (1/12 level^2) is subtracted. Noise that is not white (enlarged, or compressed as JPEG) must be expected
 * to be underrated.
 */
public final class NoiseEstimator {
    private static final int ROUNDS = 4; // choice and estimate have settled by then
    private static final int ENOUGH = 5; // patches for each dimension of their space
    private static final double NOTHING = 1e-12; // a variance that is the rounding of floats, not noise
    private static final int SMALLEST_SIDE = 3; // of a patch that has a gradient

    private final PatchSample patches;
    private final double weak; // strength up to which a patch is taken in any case, so that there are enough
    private final boolean[] chosen;
    private int taken; // number of chosen patches
    private final double[] gain; // one for each patch and channel: the share of variance that clipping left
    private final double[] limit; // one for each patch: the strength above which it counts as textured

    private NoiseEstimator(PatchSample patches, double weak) {
        this.patches = patches;
        this.weak = weak;
        chosen = new boolean[patches.count()];
        limit = new double[patches.count()];
        gain = new double[patches.count() * patches.channels()];
    }

    /**
     * The noise in a picture of any size and number of channels; equal pictures give equal answers. A picture too small
     * for five times as many patches of 3 x 3 as they have samples (under 9 x 9 in gray, 14 x 14 in colour, or less
     * than three pixels wide) gives {@link NoiseLevel#NONE}, as does a constant one.
     */
    public static NoiseLevel estimate(Pixels picture) {
        for (int side = picture.channels() == 1 ? 7 : 4; side >= SMALLEST_SIDE; side--) {
            PatchSample patches = new PatchSample(picture, side);
            double[] strengths = patches.strengths();
            int enough = ENOUGH * patches.dimensions();
            if (strengths.length >= enough) {
                return new NoiseEstimator(patches, strengths[enough - 1]).level(isClipped(picture), rounding(picture));
            }
        }
        return NoiseLevel.NONE;
    }

    private NoiseLevel level(boolean clipped, double rounding) {
        Arrays.fill(gain, 1);
        Arrays.fill(limit, Double.POSITIVE_INFINITY);
        double variance = 0;
        for (int round = 0; round < ROUNDS; round++) {
            choose();
            double[] all = SymmetricMatrix.eigenvalues(patches.covariance(chosen, gain));
            double[] eigenvalues = Arrays.copyOfRange(all, patches.channels(), all.length); // not the empty directions
            double measured = patches.channels() == 1 ? liu(eigenvalues, taken) : chen(eigenvalues);
            variance = measured - rounding < NOTHING ? 0 : measured - rounding;
            if (clipped && variance > 0) {
                ClippedNoise noise = new ClippedNoise(Math.sqrt(variance));
                Arrays.setAll(gain, i -> noise.variance(brightness(i)));
            }
            setLimits(variance, rounding);
        }
        if (variance == 0) {
            return NoiseLevel.NONE;
        }
        double left = clipped ? meanSquare(new ClippedNoise(Math.sqrt(variance))) : 1;
        return new NoiseLevel(255 * Math.sqrt(variance), 255 * Math.sqrt(variance * left + rounding));
    }

    /** Chooses the patches no stronger than their limit, and the weakest in any case. */
    private void choose() {
        taken = 0;
        for (int patch = 0; patch < chosen.length; patch++) {
            chosen[patch] = !patches.saturated(patch) && patches.strength(patch) <= Math.max(weak, limit[patch]);
            taken += chosen[patch] ? 1 : 0;
        }
    }

    private void setLimits(double variance, double rounding) {
        for (int patch = 0; patch < limit.length; patch++) {
            double sum = 0;
            for (int c = 0; c < patches.channels(); c++) {
                sum += gain[patch * patches.channels() + c];
            }
            limit[patch] = patches.noiseStrength() * (variance * sum / patches.channels() + rounding);
        }
    }

    /** Of entry i of the gain: one for each patch and channel. */
    private double brightness(int i) {
        return patches.brightness(i / patches.channels(), i % patches.channels());
    }

    /** Over the whole picture, chosen or not: the lattice covers it evenly. */
    private double meanSquare(ClippedNoise noise) {
        double sum = 0;
        for (int i = 0; i < gain.length; i++) {
            sum += noise.square(brightness(i));
        }
        return sum / gain.length;
    }

    /**
     * The mean of the eigenvalues that may be noise. The smallest one is too small: of m noise eigenvalues from N
     * patches, the smallest lies at sigma^2 (1 - q)^2 and the largest at sigma^2 (1 + q)^2, q = sqrt(m / N) (Marchenko
     * and Pastur 1967). So the m smallest count, with the largest m for which the last is no further from the first
     * than that.
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
            while (below < m && rising[below] < mean) {
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
            if (value < -PatchSample.HAIR || value > 1 + PatchSample.HAIR) {
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
