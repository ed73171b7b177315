package io.unveil.filling;

import java.util.Arrays;
import java.util.Optional;

/**
 * The hole of a picture at ever coarser levels, each half as wide as the one before. A pixel of a coarser level is
 * unknown only if all four that it covers are: so the hole shrinks, until the last level has none. Rows of pixels,
 * channels interleaved.
 *
 * <p>Over it the Laplace equation is solved by multigrid cycles (Brandt, "Multi-level adaptive solutions to
 * boundary-value problems", Mathematics of Computation 31, 1977): each one leaves about a quarter of the error (half of
 * it where single known pixels stand in a wide hole), in time proportional to the hole.
 */
final class Pyramid {
    private static final int SWEEPS = 2; // before and after the coarser level's part of a cycle
    private static final int MOST_CYCLES = 40;
    private static final float STILL = 1e-4f;

    private final int width;
    private final int height;
    private final int channels;
    private final Interruption interruption;
    private final int[] missing; // the hole's pixels, those with even x + y first: no two of either half are neighbours
    private final int[] place; // of each pixel in that list, -1 if it is known
    private final int[] neighbours; // four for each in that list; at the border the pixel itself, as in a mirror
    private final Optional<Pyramid> coarser; // none where there is no hole

    /**
     * @param hole width x height, row by row
     * @param interruption asked before each sweep
     */
    Pyramid(boolean[] hole, int width, int height, int channels, Interruption interruption) {
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.interruption = interruption;
        this.missing = missing(hole, width, height);
        this.place = new int[hole.length];
        Arrays.fill(place, -1);
        for (int i = 0; i < missing.length; i++) {
            place[missing[i]] = i;
        }
        this.neighbours = neighbours();
        this.coarser = missing.length == 0 || missing.length == hole.length
                ? Optional.empty()
                : Optional.of(new Pyramid(
                        halved(hole, width, height), (width + 1) / 2, (height + 1) / 2, channels, interruption));
    }

    private static int[] missing(boolean[] hole, int width, int height) {
        int count = 0;
        for (boolean unknown : hole) {
            count += unknown ? 1 : 0;
        }
        int[] missing = new int[count];
        int next = 0;
        for (int colour = 0; colour < 2 && next < count; colour++) {
            for (int y = 0; y < height; y++) {
                for (int x = y + colour & 1; x < width; x += 2) {
                    if (hole[y * width + x]) {
                        missing[next++] = y * width + x;
                    }
                }
            }
        }
        return missing;
    }

    private static boolean[] halved(boolean[] hole, int width, int height) {
        int coarseWidth = (width + 1) / 2;
        boolean[] coarse = new boolean[coarseWidth * ((height + 1) / 2)];
        Arrays.fill(coarse, true);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                coarse[(y >> 1) * coarseWidth + (x >> 1)] &= hole[y * width + x];
            }
        }
        return coarse;
    }

    /**
     * Fills the hole in these values, width x height x channels, by bilinear interpolation from level to level; by mid
     * gray where nothing is known.
     */
    void interpolate(float[] values) {
        fill(values, 0);
    }

    /** The same, but each level's values are improved by one cycle: near the solution, and quick. */
    void smooth(float[] values) {
        fill(values, 1);
    }

    /** Repeats cycles until the solution no longer changes. */
    void solve(float[] values) {
        fill(values, 1);
        float[] nothing = new float[missing.length * channels];
        float moved = missing.length == place.length ? 0 : 1;
        for (int cycle = 0; cycle < MOST_CYCLES && moved > STILL; cycle++) {
            float[] before = missingOf(values);
            improve(values, nothing);
            float[] after = missingOf(values);
            moved = 0;
            for (int i = 0; i < after.length; i++) {
                moved = Math.max(moved, Math.abs(after[i] - before[i]));
            }
        }
    }

    private float[] missingOf(float[] values) {
        float[] own = new float[missing.length * channels];
        for (int i = 0; i < missing.length; i++) {
            System.arraycopy(values, missing[i] * channels, own, i * channels, channels);
        }
        return own;
    }

    private void fill(float[] values, int cycles) {
        interruption.check();
        if (missing.length == place.length) {
            Arrays.fill(values, HoleWindow.MID_GRAY);
        }
        coarser.ifPresent(coarse -> {
            float[] means = means(values, coarse);
            coarse.fill(means, cycles);
            clear(values);
            addInterpolated(means, coarse, values);
            float[] nothing = new float[missing.length * channels];
            for (int cycle = 0; cycle < cycles; cycle++) {
                improve(values, nothing);
            }
        });
    }

    private void clear(float[] values) {
        for (int pixel : missing) {
            Arrays.fill(values, pixel * channels, (pixel + 1) * channels, 0);
        }
    }

    /** A coarser pixel is the mean of the known ones of its four. */
    private float[] means(float[] values, Pyramid coarse) {
        float[] means = new float[coarse.place.length * channels];
        byte[] known = new byte[coarse.place.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = y * width + x;
                if (place[pixel] < 0) {
                    int cell = (y >> 1) * coarse.width + (x >> 1);
                    known[cell]++;
                    for (int c = 0; c < channels; c++) {
                        means[cell * channels + c] += values[pixel * channels + c];
                    }
                }
            }
        }
        for (int i = 0; i < means.length; i++) {
            means[i] /= Math.max(1, known[i / channels]);
        }
        return means;
    }

    /**
     * Adds the coarser level, bilinearly, to the hole: each pixel lies a quarter of a coarse pixel off the centre of
     * its own.
     */
    private void addInterpolated(float[] from, Pyramid coarse, float[] values) {
        for (int pixel : missing) {
            int y = pixel / width;
            int x = pixel - y * width;
            int row = (y >> 1) * coarse.width;
            int otherRow = Math.min(coarse.height - 1, Math.max(0, (y >> 1) + 2 * (y & 1) - 1)) * coarse.width;
            int column = x >> 1;
            int otherColumn = Math.min(coarse.width - 1, Math.max(0, column + 2 * (x & 1) - 1));
            int own = (row + column) * channels;
            int beside = (row + otherColumn) * channels;
            int above = (otherRow + column) * channels;
            int across = (otherRow + otherColumn) * channels;
            for (int c = 0; c < channels; c++) {
                values[pixel * channels + c] += .5625f * from[own + c]
                        + .1875f * (from[beside + c] + from[above + c])
                        + .0625f * from[across + c];
            }
        }
    }

    /**
     * One cycle towards mean(neighbours) - value + load = 0 in the hole: the error that the sweeps leave is smooth, so
     * the coarser level can remove it.
     */
    private void improve(float[] values, float[] load) {
        relax(values, load);
        coarser.filter(coarse -> coarse.missing.length > 0).ifPresent(coarse -> {
            float[] error = new float[coarse.place.length * channels];
            coarse.improve(error, residual(values, load, coarse));
            addInterpolated(error, coarse, values);
        });
        relax(values, load);
    }

    /**
     * The load of the error's equation on the coarser level: four times the mean residual, as its pixels are twice as
     * far apart.
     */
    private float[] residual(float[] values, float[] load, Pyramid coarse) {
        float[] residual = new float[coarse.missing.length * channels];
        for (int i = 0; i < missing.length; i++) {
            int y = missing[i] / width;
            int x = missing[i] - y * width;
            int cell = coarse.place[(y >> 1) * coarse.width + (x >> 1)];
            if (cell >= 0) {
                int left = neighbours[4 * i];
                int right = neighbours[4 * i + 1];
                int above = neighbours[4 * i + 2];
                int below = neighbours[4 * i + 3];
                for (int c = 0; c < channels; c++) {
                    float mean = .25f * (values[left + c] + values[right + c] + values[above + c] + values[below + c]);
                    residual[cell * channels + c] += load[i * channels + c] + mean - values[missing[i] * channels + c];
                }
            }
        }
        return residual;
    }

    private int[] neighbours() {
        int[] neighbours = new int[4 * missing.length];
        for (int i = 0; i < missing.length; i++) {
            int pixel = missing[i];
            int y = pixel / width;
            int x = pixel - y * width;
            neighbours[4 * i] = (x > 0 ? pixel - 1 : pixel) * channels;
            neighbours[4 * i + 1] = (x < width - 1 ? pixel + 1 : pixel) * channels;
            neighbours[4 * i + 2] = (y > 0 ? pixel - width : pixel) * channels;
            neighbours[4 * i + 3] = (y < height - 1 ? pixel + width : pixel) * channels;
        }
        return neighbours;
    }

    private void relax(float[] values, float[] load) {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            interruption.check();
            for (int i = 0; i < missing.length; i++) {
                int left = neighbours[4 * i];
                int right = neighbours[4 * i + 1];
                int above = neighbours[4 * i + 2];
                int below = neighbours[4 * i + 3];
                for (int c = 0; c < channels; c++) {
                    float mean = .25f * (values[left + c] + values[right + c] + values[above + c] + values[below + c]);
                    values[missing[i] * channels + c] = mean + load[i * channels + c];
                }
            }
        }
    }
}
