package io.unveil.filling;

import java.util.Arrays;

/**
 * One level of a pyramid over a picture with a hole, rows of pixels with interleaved channels. A pixel of the next, coarser level is the mean of
 * those of its four that are known, and is itself unknown only if all four are: so the hole shrinks until it is gone. On the way back each level's
 * hole takes its start from the coarser one by bilinear interpolation.
 *
 * @param values filled in place
 * @param hole whether a pixel is unknown
 */
record Pyramid(float[] values, boolean[] hole, int width, int height, int channels) {
    private static final float MID_GRAY = .5f;
    private static final float OVER_RELAXATION = 1.6f;

    /** Fills the hole, with so many sweeps of over-relaxation at each level after the start; none leaves the interpolation as it is. */
    void fill(int sweeps) {
        int[] missing = missing();
        if (missing.length == hole.length) {
            Arrays.fill(values, MID_GRAY);
        } else if (missing.length > 0) {
            Pyramid coarse = halved();
            coarse.fill(sweeps);
            start(missing, coarse);
            if (sweeps > 0) {
                relax(missing, neighbours(missing), sweeps);
            }
        }
    }

    /** Indices of the hole's pixels, those with even x + y first: no two of either colour are neighbours. */
    private int[] missing() {
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

    private Pyramid halved() {
        int w = (width + 1) / 2;
        int h = (height + 1) / 2;
        float[] means = new float[w * h * channels];
        boolean[] unknown = new boolean[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                unknown[y * w + x] = !mean(x, y, means, (y * w + x) * channels);
            }
        }
        return new Pyramid(means, unknown, w, h, channels);
    }

    /** Writes the mean of the known ones of four pixels; tells whether there are any. */
    private boolean mean(int coarseX, int coarseY, float[] means, int at) {
        int known = 0;
        for (int y = 2 * coarseY; y < Math.min(height, 2 * coarseY + 2); y++) {
            for (int x = 2 * coarseX; x < Math.min(width, 2 * coarseX + 2); x++) {
                int pixel = y * width + x;
                if (!hole[pixel]) {
                    known++;
                    for (int c = 0; c < channels; c++) {
                        means[at + c] += values[pixel * channels + c];
                    }
                }
            }
        }
        for (int c = 0; c < channels && known > 1; c++) {
            means[at + c] /= known;
        }
        return known > 0;
    }

    /** The hole from the coarser level: each pixel lies a quarter of a coarse pixel off the centre of its own. */
    private void start(int[] missing, Pyramid coarse) {
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
                values[pixel * channels + c] = .5625f * coarse.values[own + c]
                        + .1875f * (coarse.values[beside + c] + coarse.values[above + c])
                        + .0625f * coarse.values[across + c];
            }
        }
    }

    /** Four for each missing pixel, as offsets into the values; beyond the border of the picture stands the pixel itself, as in a mirror. */
    private int[] neighbours(int[] missing) {
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

    private void relax(int[] missing, int[] neighbours, int sweeps) {
        for (int sweep = 0; sweep < sweeps; sweep++) {
            float step = sweep < sweeps - 1
                    ? OVER_RELAXATION
                    : 1; // the last one goes to the mean itself and takes the ripples out
            for (int i = 0; i < missing.length; i++) {
                int at = missing[i] * channels;
                int left = neighbours[4 * i];
                int right = neighbours[4 * i + 1];
                int above = neighbours[4 * i + 2];
                int below = neighbours[4 * i + 3];
                for (int c = 0; c < channels; c++) {
                    float mean = .25f * (values[left + c] + values[right + c] + values[above + c] + values[below + c]);
                    values[at + c] += step * (mean - values[at + c]);
                }
            }
        }
    }
}
