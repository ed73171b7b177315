package io.unveil.anomaly;

import io.unveil.image.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Regions of places that touch by sides or corners. */
final class Connected {
    private final Size size;
    private final IntPredicate within;
    private final boolean[] seen;
    private int[] open = new int[64];
    private int found;

    private Connected(Size size, IntPredicate within) {
        this.size = size;
        this.within = within;
        this.seen = new boolean[Math.toIntExact(size.pixels())];
    }

    /** The places of each region, counted row by row; the regions by the first of their places. */
    static List<int[]> regions(Size size, IntPredicate within) {
        Connected connected = new Connected(size, within);
        List<int[]> regions = new ArrayList<>();
        for (int place = 0; place < connected.seen.length; place++) {
            if (connected.isNew(place)) {
                regions.add(connected.from(place));
            }
        }
        return regions;
    }

    private int[] from(int first) {
        found = 0;
        take(first);
        for (int next = 0; next < found; next++) {
            int x = open[next] % size.width();
            int y = open[next] / size.width();
            for (int v = Math.max(0, y - 1); v <= Math.min(size.height() - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(size.width() - 1, x + 1); u++) {
                    if (isNew(v * size.width() + u)) {
                        take(v * size.width() + u);
                    }
                }
            }
        }
        return Arrays.copyOf(open, found);
    }

    private boolean isNew(int place) {
        return !seen[place] && within.test(place);
    }

    private void take(int place) {
        seen[place] = true;
        if (found == open.length) {
            open = Arrays.copyOf(open, 2 * found);
        }
        open[found++] = place;
    }
}
