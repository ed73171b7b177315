package io.unveil.degradation.noise;

import io.unveil.image.Pixels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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

    /** Quarters of the patches by brightness, each of which is estimated alone. */
    private static final int QUARTERS = 4;

    private static final double TOO_WEAK = .35; // share of the mean strength of noise that hardly a patch stays below
    private static final double HARDLY = .03; // of the patches

    private final PatchSample patches;
    private final boolean[] usable;
    private final double weak; // strength up to which a patch is taken in any case, so that there are enough
    private final boolean[] chosen;
    private int taken; // number of chosen patches
    private final double[] gain; // one for each patch and channel: the share of variance that clipping left
    private final double[] limit; // one for each patch: the strength above which it counts as textured

    private NoiseEstimator(PatchSample patches, boolean[] usable, double weak) {
        this.patches = patches;
        this.usable = usable;
        this.weak = weak;
        chosen = new boolean[patches.count()];
        limit = new double[patches.count()];
        gain = new double[patches.count() * patches.channels()];
    }

    /** Of these patches; nothing if they are too few. */
    private static Optional<NoiseEstimator> of(PatchSample patches, IntPredicate usable) {
        boolean[] these = new boolean[patches.count()];
        double[] strengths = IntStream.range(0, patches.count())
                .filter(patch -> !patches.saturated(patch) && usable.test(patch))
                .peek(patch -> these[patch] = true)
                .mapToDouble(patches::strength)
                .sorted()
                .toArray();
        int enough = ENOUGH * patches.dimensions();
        return strengths.length < enough
                ? Optional.empty()
                : Optional.of(new NoiseEstimator(patches, these, strengths[enough - 1]));
    }

    /**
     * The noise in a picture of any size and number of channels; equal pictures give equal answers. A picture too small
     * for five times as many patches of 3 x 3 as they have samples (under 9 x 9 in gray, 14 x 14 in colour, or less
     * than three pixels wide) gives {@link NoiseLevel#NONE}, as does a constant one.
     *
     * <p>Constant patches have no noise. If the others have it everywhere, the constant ones are no part of the picture
     * (bars, a mat, what a cut-out hides), and do not count.
     */
    public static NoiseLevel estimate(Pixels picture) {
        boolean clipped = isClipped(picture);
        double rounding = rounding(picture);
        for (int side = picture.channels() == 1 ? 7 : 4; side >= SMALLEST_SIDE; side--) {
            PatchSample patches = new PatchSample(picture, side);
            Optional<NoiseEstimator> all = of(patches, patch -> true);
            if (all.isPresent()) {
                return beside(patches, clipped, rounding)
                        .orElseGet(() -> all.get().level(clipped, rounding));
            }
        }
        return NoiseLevel.NONE;
    }

    /** The noise beside the constant patches; nothing if there are none, or if not all the others have it. */
    private static Optional<NoiseLevel> beside(PatchSample patches, boolean clipped, double rounding) {
        if (IntStream.range(0, patches.count()).noneMatch(patches::constant)) {
            return Optional.empty();
        }
        return of(patches, patch -> !patches.constant(patch)).flatMap(rest -> {
            NoiseLevel level = rest.level(clipped, rounding);
            return rest.everywhere(level) ? Optional.of(level) : Optional.empty();
        });
    }

    /**
     * The same from the darkest quarter of the patches to the brightest, each alone: noise of photons and of speckles
     * grows with the light. Quarters with too few patches are left out; a small picture has none.
     */
    public static List<NoiseAt> byBrightness(Pixels picture) {
        boolean clipped = isClipped(picture);
        double rounding = rounding(picture);
        PatchSample patches = new PatchSample(picture, picture.channels() == 1 ? 7 : 4);
        double[] sorted = IntStream.range(0, patches.count())
                .filter(patch -> !patches.saturated(patch) && !patches.constant(patch))
                .mapToDouble(patches::brightness)
                .sorted()
                .toArray();
        List<NoiseAt> found = new ArrayList<>();
        for (int quarter = 0; quarter < QUARTERS && sorted.length >= QUARTERS; quarter++) {
            double from = sorted[quarter * sorted.length / QUARTERS];
            double to = sorted[(quarter + 1) * sorted.length / QUARTERS - 1];
            double middle = sorted[(2 * quarter + 1) * sorted.length / (2 * QUARTERS)];
            of(
                            patches,
                            patch -> !patches.constant(patch)
                                    && patches.brightness(patch) >= from
                                    && patches.brightness(patch) <= to)
                    .map(some -> some.level(clipped, rounding).sigma())
                    .ifPresent(sigma -> found.add(new NoiseAt(255 * middle, sigma)));
        }
        return found;
    }

    /** Whether hardly a patch is weaker than noise of this level alone would make it. */
    private boolean everywhere(NoiseLevel level) {
        double variance = level.sigma() * level.sigma() / (255. * 255);
        int weaker = 0;
        int all = 0;
        for (int patch = 0; patch < usable.length; patch++) {
            if (usable[patch]) {
                double left = 0;
                for (int c = 0; c < patches.channels(); c++) {
                    left += gain[patch * patches.channels() + c] / patches.channels();
                }
                weaker += patches.strength(patch) < TOO_WEAK * patches.meanNoiseStrength() * variance * left ? 1 : 0;
                all++;
            }
        }
        return variance > 0 && weaker <= HARDLY * all;
    }

    private NoiseLevel level(boolean clipped, double rounding) {
        Arrays.fill(gain, 1);
        Arrays.fill(limit, Double.POSITIVE_INFINITY);
        double variance = 0;
        double flatness = 1;
        for (int round = 0; round < ROUNDS; round++) {
            choose();
            double[] all = SymmetricMatrix.eigenvalues(patches.covariance(chosen, gain));
            double[] eigenvalues = Arrays.copyOfRange(all, patches.channels(), all.length); // not the empty directions
            flatness = eigenvalues[0] / eigenvalues[eigenvalues.length / 5];
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
        return new NoiseLevel(255 * Math.sqrt(variance), 255 * Math.sqrt(variance * left + rounding), flatness);
    }

    /** Chooses the patches no stronger than their limit, and the weakest in any case. */
    private void choose() {
        taken = 0;
        for (int patch = 0; patch < chosen.length; patch++) {
            chosen[patch] = usable[patch] && patches.strength(patch) <= Math.max(weak, limit[patch]);
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
