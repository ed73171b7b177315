package io.unveil.surface;

import io.unveil.degradation.Draws;

/**
 * A crack: a random walk that turns a little at each step, grows thinner and branches; dark, one edge raised into the
 * light.
 */
final class Crack implements Damage {
    private static final double STEP = 3;
    private static final double BRANCHES = 0.08; // a step

    @Override
    public void onto(Plate plate, double x, double y, Draws draws) {
        Trace trace = new Trace(plate.side());
        double ahead = draws.between(0, 2 * Math.PI);
        double width = draws.between(0.7, 1.4);
        walk(trace, x, y, ahead, width, draws.between(20, 60), draws);
        walk(trace, x, y, ahead + Math.PI, width, draws.between(10, 40), draws);
        double dark = draws.between(0.55, 0.85);
        plate.change((px, py, now) -> {
            double edge = trace.distance(px, py) - trace.width(px, py) - 0.8;
            double raised = trace.width(px, py) == 0 ? 0 : Math.max(0, trace.facing(px, py)) * Curves.hill(edge * edge);
            return now * (1 - dark * trace.cover(px, py)) + 0.1 * raised;
        });
        plate.mark((px, py) -> trace.cover(px, py) > 0.05);
    }

    private static void walk(
            Trace trace, double fromX, double fromY, double ahead, double width, double length, Draws draws) {
        double x = fromX;
        double y = fromY;
        double turn = ahead;
        for (double gone = 0; gone < length; gone += STEP) {
            turn += 0.3 * draws.normal();
            double nextX = x + STEP * StrictMath.cos(turn);
            double nextY = y + STEP * StrictMath.sin(turn);
            double now = width * (1 - 0.7 * gone / length);
            trace.add(x, y, nextX, nextY, now);
            x = nextX;
            y = nextY;
            if (draws.chance(BRANCHES)) {
                double aside = draws.between(0.5, 1.1) * (draws.chance(0.5) ? 1 : -1);
                walk(trace, x, y, turn + aside, 0.75 * now, 0.6 * (length - gone), draws);
            }
        }
    }
}
