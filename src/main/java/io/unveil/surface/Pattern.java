package io.unveil.surface;

import io.unveil.degradation.Draws;

/** One stretch of a product without a flaw. */
interface Pattern extends Surface {
    /** The same stretch with a flaw of the pattern near a place, of a kind that only this product has. */
    Broken broken(double u, double v, Draws draws);

    /**
     * A stretch with a flaw in its pattern.
     *
     * @param region the flaw; outside of it the surface is unchanged
     */
    record Broken(Surface surface, Zone region) {}
}
