package io.unveil.surface;

import io.unveil.degradation.Draws;

/** A spot of oil or damp: it multiplies the reflectance, by 0.62 to 0.85 in its middle, and its edge is diffuse. */
final class Stain implements Damage {
    @Override
    public void onto(Plate plate, double x, double y, Draws draws) {
        Blot spot = Blot.draw(x, y, draws.between(13, 34), 0.3, draws);
        double dark = draws.between(0.15, 0.38);
        double edge = draws.between(0.3, 0.7) * spot.radius();
        plate.change((px, py, now) -> now * (1 - dark * Curves.step(0, edge, spot.depth(px, py))));
        plate.mark((px, py) -> Curves.step(0, edge, spot.depth(px, py)) >= 0.25);
    }
}
