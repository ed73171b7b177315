package io.unveil.filling;

import java.util.ArrayList;
import java.util.List;

/**
 * One level of the picture to complete.
 *
 * @param values rows of pixels with interleaved channels, filled to start with
 * @param hole the pixels to fill
 * @param unknown pixels that must not be copied: the hole, and other holes
 */
record PatchLevel(float[] values, boolean[] hole, boolean[] unknown, int width, int height, int channels) {
    private static final int NARROW = 14; // two patches: in a hole this narrow, patches reach across
    private static final int SMALLEST = 24;

    /** This level and its halves, until the hole is narrow or the picture small. */
    List<PatchLevel> pyramid() {
        List<PatchLevel> levels = new ArrayList<>(List.of(this));
        PatchLevel last = this;
        while (last.thickness() > NARROW && Math.min(last.width, last.height) >= 2 * SMALLEST) {
            last = last.halved();
            levels.add(last);
        }
        return levels;
    }

    /** Means of four; a pixel with an unknown one among its four is unknown. */
    private PatchLevel halved() {
        int halfWidth = width / 2;
        int halfHeight = height / 2;
        float[] means = new float[halfWidth * halfHeight * channels];
        boolean[] halfHole = new boolean[halfWidth * halfHeight];
        boolean[] halfUnknown = new boolean[halfWidth * halfHeight];
        for (int y = 0; y < 2 * halfHeight; y++) {
            for (int x = 0; x < 2 * halfWidth; x++) {
                int from = y * width + x;
                int to = y / 2 * halfWidth + x / 2;
                halfHole[to] |= hole[from];
                halfUnknown[to] |= unknown[from];
                for (int c = 0; c < channels; c++) {
                    means[to * channels + c] += values[from * channels + c] / 4;
                }
            }
        }
        return new PatchLevel(means, halfHole, halfUnknown, halfWidth, halfHeight, channels);
    }

    /** Twice the largest distance of a pixel of the hole from the rest. */
    private int thickness() {
        int largest = 0;
        for (int distance : depths()) {
            largest = Math.max(largest, distance);
        }
        return 2 * largest;
    }

    /**
     * Steps from each pixel to the nearest outside of the hole, along rows and columns; beyond the border of the
     * picture is nothing.
     */
    int[] depths() {
        int[] depths = new int[hole.length];
        for (int i = 0; i < hole.length; i++) {
            int before = Math.min(
                    i % width > 0 ? depths[i - 1] : width + height, i >= width ? depths[i - width] : width + height);
            depths[i] = hole[i] ? before + 1 : 0;
        }
        for (int i = hole.length - 1; i >= 0; i--) {
            if (i % width < width - 1) {
                depths[i] = Math.min(depths[i], depths[i + 1] + 1);
            }
            if (i < hole.length - width) {
                depths[i] = Math.min(depths[i], depths[i + width] + 1);
            }
        }
        return depths;
    }
}
