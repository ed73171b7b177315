package io.unveil.image;

import java.util.Arrays;
import java.util.BitSet;

/**
 * All pixels within a Euclidean distance of some given pixels, exactly. Of the given pixels above a place in one column
 * only the nearest counts, because its disc is the widest in that row; likewise below. So one sweep down and one up are
 * enough, and the time does not depend on the distance.
 */
final class Neighbourhood {
    private final BitSet pixels;
    private final Size size;
    private final int radius;
    private final BitSet near;

    private Neighbourhood(BitSet pixels, Size size, int radius) {
        this.pixels = pixels;
        this.size = size;
        this.radius = radius;
        this.near = new BitSet(Math.toIntExact(size.pixels()));
    }

    /** The pixels themselves and those no further than the radius from one of them. */
    static BitSet of(BitSet pixels, Size size, int radius) {
        Neighbourhood neighbourhood = new Neighbourhood(pixels, size, radius);
        neighbourhood.sweep(0, 1);
        neighbourhood.sweep(size.height() - 1, -1);
        return neighbourhood.near;
    }

    private void sweep(int first, int step) {
        int width = size.width();
        int[] reach = reaches();
        int[] passed = new int[width]; // rows since the last pixel in each column
        Arrays.fill(passed, radius + 1);
        int[] opened = new int[width + 1]; // discs that begin at a column, minus those that end before it
        for (int y = first; y >= 0 && y < size.height(); y += step) {
            Arrays.fill(opened, 0);
            for (int x = 0; x < width; x++) {
                passed[x] = pixels.get(y * width + x) ? 0 : Math.min(radius + 1, passed[x] + 1);
                if (passed[x] <= radius) {
                    opened[Math.max(0, x - reach[passed[x]])]++;
                    opened[Math.min(width, x + reach[passed[x]] + 1)]--;
                }
            }
            mark(y * width, opened);
        }
    }

    private void mark(int row, int[] opened) {
        int open = 0;
        for (int x = 0; x < size.width(); x++) {
            open += opened[x];
            if (open > 0) {
                near.set(row + x);
            }
        }
    }

    /** Half the width of the disc at this many rows from its middle. */
    private int[] reaches() {
        int[] reaches = new int[radius + 1];
        Arrays.setAll(reaches, rows -> (int) Math.sqrt((double) radius * radius - (double) rows * rows));
        return reaches;
    }
}
