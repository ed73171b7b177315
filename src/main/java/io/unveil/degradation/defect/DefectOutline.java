package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;

/** Draws the outline of one defect somewhere on a picture. */
@FunctionalInterface
interface DefectOutline {
    /**
     * @param mask with nothing on it yet
     * @param fields for what is uneven
     * @param draws decides place and form
     */
    void draw(SoftMask mask, NoiseFields fields, Draws draws);

    /** Half of the edges go from covered to not within one pixel, the others within up to so many (at least 1). */
    static double edge(double softest, Draws draws) {
        return draws.chance(.5) ? 1 : draws.byFactors(1, softest);
    }
}
