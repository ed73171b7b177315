package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;

/** Draws the filling of a defect. */
@FunctionalInterface
interface DefectPainter {
    /** The filling for the whole box of a site; values may lie outside [0, 1]. */
    Pixels draw(DefectSite site, Draws draws);

    /**
     * The factor of a change for each channel; the largest is 1 or -1. Half of the time all channels have the same
     * factor, so that brightness changes; else each has its own, so that the colour changes.
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
