package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;

/** Draws the outline of one defect somewhere on a picture. */
@FunctionalInterface
interface DefectOutline {
    /**
     * @param mask with nothing on it yet
     * @param fields noise fields for uneven edges
     * @param draws decide place and form
     */
    void draw(SoftMask mask, NoiseFields fields, Draws draws);

    /** The width of an edge: one pixel for half of the edges, up to this many (at least 1) for the others. */
    static double edge(double softest, Draws draws) {
        return draws.chance(.5) ? 1 : draws.byFactors(1, softest);
    }
}
