package io.unveil.pipeline;

import io.unveil.image.Mask;
import io.unveil.image.Rectangle;

/** Whether a hole is made of scattered pixels, dense or sparse, rather than of strokes and areas. */
final class Scatter {
    /**
     * Edges between hole and known pixels, for each pixel of the rarer kind in the hole's bounds: 4 for single ones, 2 to 4 for random ones whatever
     * their share; 2 for hairs one pixel wide, 1.33 for spots of 3 x 3, about 1 for larger areas, .4 for letters.
     */
    private static final double EDGES = 1.9;

    private Scatter() {}

    static boolean of(Mask hole) {
        Rectangle bounds = hole.bounds().orElseThrow().grown(1, hole.size()); // with the rim around it
        long edges = 0;
        for (int y = bounds.y(); y < bounds.bottom(); y++) {
            for (int x = bounds.x(); x < bounds.right(); x++) {
                boolean here = hole.at(x, y);
                edges += x + 1 < bounds.right() && here != hole.at(x + 1, y) ? 1 : 0;
                edges += y + 1 < bounds.bottom() && here != hole.at(x, y + 1) ? 1 : 0;
            }
        }
        long missing = hole.count();
        return edges >= EDGES * Math.min(missing, bounds.size().pixels() - missing);
    }
}
