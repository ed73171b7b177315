package io.unveil.surface;

import io.unveil.degradation.Draws;

/** Damages a plate near a place, and marks where. */
@FunctionalInterface
interface Damage {
    void onto(Plate plate, double x, double y, Draws draws);
}
