package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;

/** Draws what a defect is filled with. */
@FunctionalInterface
interface DefectPainter {
    /** What the box of a site would hold, were it covered all over; values may lie outside [0, 1]. */
    Pixels draw(DefectSite site, Draws draws);

    /**
     * How much of a change each channel takes, in which the largest is 1 or -1: half of the time the same for all, so that brightness changes, else each its
     * own, so that colour does.
     */
    static double[] tint(int channels, Draws draws) {
        double[] tint = new double[channels];
        boolean even = channels == 1 || draws.chance(.5);
        double largest = 1e-9;
        for (int c = 0; c < channels; c++) {
            tint[c] = even ? 1 : draws.between(-1, 1);
            largest = Math.max(largest, Math.abs(tint[c]));
        }
        for (int c = 0; c < channels; c++) {
            tint[c] /= largest;
        }
        return tint;
    }
}
