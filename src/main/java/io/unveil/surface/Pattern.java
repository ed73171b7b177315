package io.unveil.surface;

import io.unveil.degradation.Draws;

/** One stretch of a product, whole. */
interface Pattern extends Surface {
    /** The same stretch, its pattern broken near a place in a way of which only this product is capable. */
    Broken broken(double u, double v, Draws draws);

    /**
     * A stretch with a flaw in its pattern.
     *
     * @param region outside of which it is as it was
     */
    record Broken(Surface surface, Zone region) {}
}
