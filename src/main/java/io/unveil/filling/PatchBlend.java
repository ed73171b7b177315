package io.unveil.filling;

import java.util.Arrays;

/**
 * Removes the seams between matched patches and at the rim, and restores detail that voting has smoothed. The new
 * values v have the gradients g of the best matches and stay near the voted colours u: sum over neighbours (v_q - v_p -
 * g_pq) + 4 a (u_p - v_p) = 0. A step between two matches becomes a slope over about 1 / sqrt(4 a) pixels (Perez,
 * Gangnet and Blake, "Poisson image editing", SIGGRAPH 2003).
 */
final class PatchBlend {
    private static final float COLOUR = .003f; // a: slopes of about 9 pixels
    private static final int SWEEPS = 48; // leaves a fortieth of the error in a hole 200 pixels wide
    private static final float OVER_RELAXATION = 1.856f; // the best for this a, 2 / (1 + sqrt(1 - (1 + a)^-2))

    private final PatchField field;
    private final PatchLevel level;
    private final int width;
    private final int channels;
    private final int colours;
    private final float[] values;
    private final int[] sources; // the pixel that is copied to each, -1 where none is

    /** @param colours how many of the level's channels, the first ones, are to be blended */
    PatchBlend(PatchField field, int colours) {
        this.field = field;
        this.level = field.level();
        this.width = level.width();
        this.channels = level.channels();
        this.colours = colours;
        this.values = level.values();
        this.sources = bestSources();
    }

    /**
     * For each pixel of the hole, the pixel that the best match copies there; its neighbours come from the same match.
     */
    private int[] bestSources() {
        int inner = PatchField.RADIUS - 1;
        float[] best = new float[level.hole().length];
        Arrays.fill(best, Float.POSITIVE_INFINITY);
        int[] sources = new int[best.length];
        Arrays.fill(sources, -1);
        field.forEachTarget(target -> {
            float cost = field.cost(target);
            int shift = field.match(target) - target;
            for (int y = -inner; y <= inner; y++) {
                for (int pixel = target + y * width - inner; pixel <= target + y * width + inner; pixel++) {
                    if (level.hole()[pixel] && cost < best[pixel]) {
                        best[pixel] = cost;
                        sources[pixel] = pixel + shift;
                    }
                }
            }
        });
        return sources;
    }

    /** Nothing gets brighter or darker than the known pixels. */
    void blend() {
        int[] pixels = copied();
        int[] neighbours = neighbours(pixels);
        float[] pull = pull(pixels);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            field.interruption().check();
            relax(pixels, neighbours, pull, sweep < SWEEPS - 1 ? OVER_RELAXATION : 1);
        }
        for (int c = 0; c < colours; c++) {
            clip(c);
        }
    }

    private int[] copied() {
        int[] copied = new int[sources.length];
        int count = 0;
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] >= 0) {
                copied[count++] = i;
            }
        }
        return Arrays.copyOf(copied, count);
    }

    /** Four indices into the values for each pixel; at the border the pixel itself, as in a mirror. */
    private int[] neighbours(int[] pixels) {
        int[] neighbours = new int[4 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            int x = pixel % width;
            neighbours[4 * i] = (x > 0 ? pixel - 1 : pixel) * channels;
            neighbours[4 * i + 1] = (x < width - 1 ? pixel + 1 : pixel) * channels;
            neighbours[4 * i + 2] = (pixel >= width ? pixel - width : pixel) * channels;
            neighbours[4 * i + 3] = (pixel < sources.length - width ? pixel + width : pixel) * channels;
        }
        return neighbours;
    }

    /** What the equation adds to the mean of the neighbours: a u_p less a quarter of the sum of g. */
    private float[] pull(int[] pixels) {
        float[] pull = new float[pixels.length * colours];
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            int x = pixel % width;
            for (int c = 0; c < colours; c++) {
                float rises = rise(pixel, x > 0, -1, c)
                        + rise(pixel, x < width - 1, 1, c)
                        + rise(pixel, pixel >= width, -width, c)
                        + rise(pixel, pixel < sources.length - width, width, c);
                pull[i * colours + c] = COLOUR * values[pixel * channels + c] - rises / 4;
            }
        }
        return pull;
    }

    /** Two matches of the same pair of pixels count one half each, so that g stays antisymmetric. */
    private float rise(int pixel, boolean inside, int step, int channel) {
        if (!inside) {
            return 0;
        }
        int own = sources[pixel];
        int other = sources[pixel + step] < 0 ? own + step : sources[pixel + step];
        return (value(own + step, channel) - value(own, channel) + value(other, channel) - value(other - step, channel))
                / 2;
    }

    private float value(int pixel, int channel) {
        return values[pixel * channels + channel];
    }

    private void relax(int[] pixels, int[] neighbours, float[] pull, float step) {
        for (int i = 0; i < pixels.length; i++) {
            int at = pixels[i] * channels;
            int left = neighbours[4 * i];
            int right = neighbours[4 * i + 1];
            int above = neighbours[4 * i + 2];
            int below = neighbours[4 * i + 3];
            for (int c = 0; c < colours; c++) {
                float mean = .25f * (values[left + c] + values[right + c] + values[above + c] + values[below + c]);
                float wanted = (mean + pull[i * colours + c]) / (1 + COLOUR);
                values[at + c] += step * (wanted - values[at + c]);
            }
        }
    }

    private void clip(int channel) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < sources.length; i++) {
            if (!level.unknown()[i]) {
                least = Math.min(least, value(i, channel));
                most = Math.max(most, value(i, channel));
            }
        }
        for (int i = 0; i < sources.length; i++) {
            if (level.hole()[i]) {
                values[i * channels + channel] = Math.min(most, Math.max(least, value(i, channel)));
            }
        }
    }
}
