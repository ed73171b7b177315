package io.unveil.surface;

import io.unveil.degradation.Draws;

/** A flaw of the pattern itself; each product defines its own. */
final class BrokenPattern implements Damage {
    @Override
    public void onto(Plate plate, double x, double y, Draws draws) {
        Placement view = plate.view();
        Pattern.Broken broken = plate.pattern().broken(view.u(x, y), view.v(x, y), draws);
        Zone region = (px, py) -> broken.region().has(view.u(px, py), view.v(px, py));
        plate.change((px, py, now) -> region.has(px, py) ? broken.surface().at(view.u(px, py), view.v(px, py)) : now);
        plate.mark(region::has);
    }
}
