package io.unveil.surface;

import io.unveil.degradation.Draws;

/** An object that lies on the surface and casts a shadow: a curled fibre, or a grain of dirt. */
final class Contamination implements Damage {
    private static final double STEP = 2;

    @Override
    public void onto(Plate plate, double x, double y, Draws draws) {
        double tone = draws.chance(0.5) ? draws.between(0.05, 0.2) : draws.between(0.9, 1);
        if (draws.chance(0.6)) {
            fibre(plate, x, y, tone, draws);
        } else {
            grain(plate, x, y, tone, draws);
        }
    }

    private static void fibre(Plate plate, double x, double y, double tone, Draws draws) {
        Trace fibre = new Trace(plate.side());
        Trace shadow = new Trace(plate.side());
        double half = draws.between(0.7, 1.2);
        double above = draws.between(1.5, 3);
        double turn = draws.between(0, 2 * Math.PI);
        double curl = 0;
        double atX = x;
        double atY = y;
        for (double left = draws.between(30, 80); left > 0; left -= STEP) {
            curl = 0.9 * curl + 0.06 * draws.normal();
            turn += curl;
            double nextX = atX + STEP * StrictMath.cos(turn);
            double nextY = atY + STEP * StrictMath.sin(turn);
            fibre.add(atX, atY, nextX, nextY, half);
            double right = -above * Light.X;
            double down = -above * Light.Y;
            shadow.add(atX + right, atY + down, nextX + right, nextY + down, half);
            atX = nextX;
            atY = nextY;
        }
        plate.change((px, py, now) -> {
            double shaded = now * (1 - 0.35 * shadow.cover(px, py));
            return shaded + fibre.cover(px, py) * (tone - shaded);
        });
        plate.mark((px, py) -> fibre.cover(px, py) > 0.05 || shadow.cover(px, py) > 0.05);
    }

    private static void grain(Plate plate, double x, double y, double tone, Draws draws) {
        Blot grain = Blot.draw(x, y, draws.between(3, 7.5), 0.35, draws);
        double away = 0.6 * grain.radius();
        Blot shadow = new Blot(x - away * Light.X, y - away * Light.Y, grain.radius(), grain.uneven(), grain.outline());
        plate.change((px, py, now) -> {
            double shaded = now * (1 - 0.5 * Curves.step(-1, 2, shadow.depth(px, py)));
            double round = 0.75 + 0.25 * Light.facing(px - x, py - y);
            return shaded + Curves.step(-0.7, 0.7, grain.depth(px, py)) * (tone * round - shaded);
        });
        plate.mark((px, py) -> grain.depth(px, py) > -0.5 || shadow.depth(px, py) > 0);
    }
}
