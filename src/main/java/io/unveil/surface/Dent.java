package io.unveil.surface;

import io.unveil.degradation.Draws;

/**
 * A shallow dent, h = -(1 - r^2)^2. The pattern in it looks drawn together; the slope that faces the light is brighter,
 * the other darker.
 */
final class Dent implements Damage {
    private static final double STEEPEST = 0.385; // the maximum of r (1 - r^2)

    @Override
    public void onto(Plate plate, double x, double y, Draws draws) {
        Ellipse rim = Ellipse.drawn(x, y, 14, 34, draws);
        double pull = draws.between(0.2, 0.45);
        double shade = draws.between(0.16, 0.32);
        plate.change((px, py, now) -> {
            double square = rim.square(px, py);
            if (square >= 1) {
                return now;
            }
            double grown = 1 + pull * Curves.hill(square);
            double slope = Math.sqrt(square) * (1 - square) / STEEPEST;
            return plate.whole(x + grown * (px - x), y + grown * (py - y))
                    * (1 - shade * slope * Light.facing(px - x, py - y));
        });
        plate.mark((px, py) -> rim.square(px, py) <= 0.9);
    }
}
