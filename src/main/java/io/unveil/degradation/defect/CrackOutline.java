package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;

/**
 * A crack: straight pieces of 3 to 10 pixels that kink where they meet and come back to the direction of the whole, 1
 * to 2.5 pixels wide, thinner towards the end; branches leave it at 20 to 60 degrees, shorter and thinner than their
 * stem, and may have branches of their own.
 */
final class CrackOutline implements DefectOutline {
    private static final int GENERATIONS = 3;
    private static final double THINNEST = .5; // half a pixel to either side

    @Override
    public void draw(SoftMask mask, NoiseFields fields, Draws draws) {
        double x = draws.uniform() * mask.size().width();
        double y = draws.uniform() * mask.size().height();
        double length = draws.byFactors(Math.max(6, mask.side() / 6.), Math.max(7, 1.2 * mask.side()));
        double half = draws.between(THINNEST, 1.25);
        double twigs = draws.chance(.25) ? 0 : draws.between(.1, .4);
        double kinks = draws.between(.1, .5);
        new Crack(mask, draws, twigs, kinks).grow(x, y, StrokeOutline.direction(draws), length, half, 1);
    }

    /**
     * @param twigs the probability of a branch at a kink
     * @param kinks standard deviation of the turn at a kink, in radians
     */
    private record Crack(SoftMask mask, Draws draws, double twigs, double kinks) {
        void grow(double fromX, double fromY, double direction, double length, double thickness, int generation) {
            double x = fromX;
            double y = fromY;
            double off = 0;
            double half = thickness;
            for (double gone = 0; gone < length; ) {
                off = .6 * off + kinks * draws.normal();
                double piece = Math.min(length - gone, draws.between(3, 10));
                gone += piece;
                double nextX = x + piece * StrictMath.cos(direction + off);
                double nextY = y + piece * StrictMath.sin(direction + off);
                double nextHalf = Math.max(THINNEST, thickness * (1 - .7 * gone / length));
                mask.line(x, y, half, nextX, nextY, nextHalf);
                x = nextX;
                y = nextY;
                half = nextHalf;
                if (generation < GENERATIONS && draws.chance(twigs)) {
                    double turn = draws.between(.35, 1.05) * (draws.chance(.5) ? 1 : -1);
                    double rest = (length - gone) * draws.between(.2, .7);
                    grow(x, y, direction + turn, rest, half * draws.between(.6, 1), generation + 1);
                }
            }
        }
    }
}
