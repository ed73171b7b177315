package io.unveil.surface;

import io.unveil.degradation.Draws;

/**
 * A hole through the surface. It is dark; the wall far from the light is lit; the raised lip around it is bright
 * towards the light and dark behind.
 */
final class Hole implements Damage {
    private static final double LIP = 2.5;

    @Override
    public void onto(Plate plate, double x, double y, Draws draws) {
        Blot hole = Blot.draw(x, y, draws.between(3.5, 10), 0.3, draws);
        double lip = draws.between(0.12, 0.25);
        plate.change((px, py, now) -> {
            double depth = hole.depth(px, py);
            double facing = Light.facing(px - x, py - y);
            double off = (depth + LIP / 2) / LIP * 2;
            double around = now + lip * facing * Curves.hill(off * off);
            double wall = Math.max(0, -facing) * (1 - Curves.step(0, 0.5 * hole.radius(), depth));
            double within = 0.05 + 0.3 * now * wall;
            double share = Curves.step(-0.7, 0.7, depth);
            return around + share * (within - around);
        });
        plate.mark((px, py) -> hole.depth(px, py) >= -LIP);
    }
}
