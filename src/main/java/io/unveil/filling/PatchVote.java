package io.unveil.filling;

import java.util.Arrays;

/** Makes the hole of a level from the matches of its patches: each patch over a pixel has a say. */
final class PatchVote {
    private static final double FADE =
            1.3; // trust falls by this with each pixel from the rim (Wexler et al., section 3.2)
    private static final float COLOUR = .003f; // a in blend(): slopes of some 9 pixels
    private static final int SWEEPS = 100;
    private static final float OVER_RELAXATION = 1.7f;

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

    /** Means by trust alone, where no cost is known yet. */
    void take() {
        vote(target -> trust[target]);
    }

    /**
     * Each pixel becomes the mean of what the matches of all patches over it have there, weighted by exp(-cost / 2 sigma^2) and by trust in the patch;
     * sigma^2 is the cost that three quarters of the patches stay below (Wexler, Shechtman and Irani, "Space-time completion of video", IEEE
     * Transactions on Pattern Analysis and Machine Intelligence 29(3), 2007, section 3.2).
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
        field.forEachTarget(target -> {
            double own = weight.of(target);
            for (int y = -PatchField.RADIUS; y <= PatchField.RADIUS; y++) {
                for (int x = -PatchField.RADIUS; x <= PatchField.RADIUS; x++) {
                    int pixel = target + y * width + x;
                    if (level.hole()[pixel]) {
                        int from = (field.match(target) + y * width + x) * channels;
                        weights[pixel] += own;
                        for (int c = 0; c < channels; c++) {
                            sums[pixel * channels + c] += (float) own * values[from + c];
                        }
                    }
                }
            }
        });
        for (int i = 0; i < weights.length; i++) {
            for (int c = 0; c < channels && weights[i] > 0; c++) {
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

    /**
     * Takes out seams, those at the rim too, and brings back what averaging has smoothed: values v that rise from pixel to pixel as the best matches
     * do, g, and stay near the voted colours u: sum over neighbours (v_q - v_p - g_pq) + 4 a (u_p - v_p) = 0. So a step between two matches becomes a
     * slope over some 1 / sqrt(4 a) pixels (Perez, Gangnet and Blake, "Poisson image editing", SIGGRAPH 2003). Nothing gets brighter or darker than
     * what is known.
     */
    void blend() {
        int[] sources = bestSources();
        float[] colours = values.clone();
        float[] loads = loads(sources);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            field.interruption().check();
            float step = sweep < SWEEPS - 1 ? OVER_RELAXATION : 1;
            for (int i = 0; i < sources.length; i++) {
                for (int c = 0; c < channels && sources[i] >= 0; c++) {
                    int at = i * channels + c;
                    float wanted = (mean(i, c) - loads[at] + COLOUR * colours[at]) / (1 + COLOUR);
                    values[at] += step * (wanted - values[at]);
                }
            }
        }
        for (int c = 0; c < channels; c++) {
            clip(c);
        }
    }

    private void clip(int channel) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < trust.length; i++) {
            if (!level.unknown()[i]) {
                least = Math.min(least, values[i * channels + channel]);
                most = Math.max(most, values[i * channels + channel]);
            }
        }
        for (int i = 0; i < trust.length; i++) {
            if (level.hole()[i]) {
                int at = i * channels + channel;
                values[at] = Math.min(most, Math.max(least, values[at]));
            }
        }
    }

    /** A quarter of the sum of g over the neighbours; what two matches say of the same pair of pixels counts half each, so that none is a spring. */
    private float[] loads(int[] sources) {
        float[] loads = new float[values.length];
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] >= 0) {
                addRise(loads, sources, i, i % width > 0, -1);
                addRise(loads, sources, i, i % width < width - 1, 1);
                addRise(loads, sources, i, i >= width, -width);
                addRise(loads, sources, i, i < sources.length - width, width);
            }
        }
        return loads;
    }

    private void addRise(float[] loads, int[] sources, int pixel, boolean inside, int step) {
        if (inside) {
            int own = sources[pixel] * channels;
            int other = sources[pixel + step] < 0 ? own + step * channels : sources[pixel + step] * channels;
            for (int c = 0; c < channels; c++) {
                float one = values[own + step * channels + c] - values[own + c];
                float two = values[other + c] - values[other - step * channels + c];
                loads[pixel * channels + c] += .125f * (one + two);
            }
        }
    }

    /** The pixel that the best match over each pixel of the hole has there; its neighbours are of the same match. -1 where there is none. */
    private int[] bestSources() {
        int inner = PatchField.RADIUS - 1;
        float[] best = new float[trust.length];
        Arrays.fill(best, Float.POSITIVE_INFINITY);
        int[] sources = new int[trust.length];
        Arrays.fill(sources, -1);
        field.forEachTarget(target -> {
            for (int y = -inner; y <= inner; y++) {
                for (int x = -inner; x <= inner; x++) {
                    int pixel = target + y * width + x;
                    if (level.hole()[pixel] && field.cost(target) < best[pixel]) {
                        best[pixel] = field.cost(target);
                        sources[pixel] = field.match(target) + y * width + x;
                    }
                }
            }
        });
        return sources;
    }

    private float mean(int pixel, int channel) {
        int x = pixel % width;
        int at = pixel * channels + channel;
        int row = width * channels;
        float left = values[x > 0 ? at - channels : at];
        float right = values[x < width - 1 ? at + channels : at];
        float above = values[pixel >= width ? at - row : at];
        float below = values[pixel < values.length / channels - width ? at + row : at];
        return .25f * (left + right + above + below);
    }
}
