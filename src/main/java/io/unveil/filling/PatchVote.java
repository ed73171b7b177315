package io.unveil.filling;

import java.util.Arrays;

/** Fills the hole of a level from the matches of its patches: each patch over a pixel has a vote. */
final class PatchVote {
    private static final double FADE =
            1.3; // trust falls by this with each pixel from the rim (Wexler et al., section 3.2)

    private final PatchField field;
    private final PatchLevel level;
    private final int width;
    private final int channels;
    private final float[] values;
    private final double[] trust;

    PatchVote(PatchField field) {
        this.field = field;
        this.level = field.level();
        this.width = level.width();
        this.channels = level.channels();
        this.values = level.values();
        this.trust = trust(level.depths());
    }

    private static double[] trust(int[] depths) {
        double[] trust = new double[depths.length];
        for (int i = 0; i < depths.length; i++) {
            trust[i] = Math.max(1e-20, StrictMath.pow(FADE, -depths[i]));
        }
        return trust;
    }

    /** Means weighted only by trust, where no cost is known yet. */
    void take() {
        vote(target -> trust[target]);
    }

    /**
     * Each pixel becomes the mean of what the matches of all patches over it have there, weighted by exp(-cost / 2
     * sigma^2) and by trust in the patch; sigma^2 is the cost that three quarters of the patches stay below (Wexler,
     * Shechtman and Irani, "Space-time completion of video", IEEE Transactions on Pattern Analysis and Machine
     * Intelligence 29(3), 2007, section 3.2).
     */
    void takeLikely() {
        double twiceVariance = 2 * Math.max(1e-9, upperQuartile());
        vote(target -> trust[target] * StrictMath.exp(-field.cost(target) / twiceVariance));
    }

    @FunctionalInterface
    private interface Weight {
        double of(int target);
    }

    private void vote(Weight weight) {
        float[] sums = new float[values.length];
        double[] weights = new double[trust.length];
        int side = 2 * PatchField.RADIUS + 1;
        field.forEachTarget(target -> {
            double own = weight.of(target);
            for (int y = -PatchField.RADIUS; y <= PatchField.RADIUS; y++) {
                int to = target + y * width - PatchField.RADIUS;
                int from = field.match(target) + y * width - PatchField.RADIUS;
                for (int x = 0; x < side; x++) {
                    weights[to + x] += own;
                }
                for (int i = 0; i < side * channels; i++) {
                    sums[to * channels + i] += (float) own * values[from * channels + i];
                }
            }
        });
        for (int i = 0; i < weights.length; i++) {
            for (int c = 0; c < channels && level.hole()[i] && weights[i] > 0; c++) {
                values[i * channels + c] = (float) (sums[i * channels + c] / weights[i]);
            }
        }
    }

    private double upperQuartile() {
        int[] targets = field.targets();
        float[] costs = new float[targets.length];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = field.cost(targets[i]);
        }
        Arrays.sort(costs);
        return costs[costs.length * 3 / 4];
    }
}
