package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;

/**
 * One stroke, or up to three in two of five: a walk of 8 pixels to the side's length, straight or drifting, three in ten along an axis at first, with a half width of .5
 * to 2.5 pixels (up to 6 in three of ten) that swells and shrinks and tapers over the last third.
 */
final class StrokeOutline implements DefectOutline {
    private static final double STEP = 2;

    @Override
    public void draw(SoftMask mask, NoiseFields fields, Draws draws) {
        for (int count = draws.chance(.4) ? 1 + draws.below(3) : 1; count > 0; count--) {
            stroke(mask, draws);
        }
    }

    private static void stroke(SoftMask mask, Draws draws) {
        double x = draws.uniform() * mask.size().width();
        double y = draws.uniform() * mask.size().height();
        double direction = direction(draws);
        double length = draws.byFactors(8, Math.max(8, mask.side()));
        double usual = draws.byFactors(.5, draws.chance(.3) ? 6 : 2.5);
        double wild = draws.chance(.3) ? 0 : draws.byFactors(.017, .42); // radians a step
        double bend = draws.chance(.5) ? .06 * draws.normal() : 0;
        double half = usual;
        for (double gone = 0; gone < length; gone += STEP) {
            direction += bend + wild * draws.normal();
            double nextX = x + STEP * StrictMath.cos(direction);
            double nextY = y + STEP * StrictMath.sin(direction);
            double taper = Math.min(1, 3 * (1 - (gone + STEP) / length));
            double nextHalf = Math.max(.5, usual * taper * (1 + .3 * StrictMath.sin(.15 * gone)));
            mask.line(x, y, half, nextX, nextY, nextHalf);
            x = nextX;
            y = nextY;
            half = nextHalf;
        }
    }

    /** Three in ten go along an axis. */
    static double direction(Draws draws) {
        return draws.chance(.3) ? draws.below(4) * Math.PI / 2 : draws.between(0, 2 * Math.PI);
    }
}
