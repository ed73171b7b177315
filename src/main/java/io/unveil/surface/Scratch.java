package io.unveil.surface;

import io.unveil.degradation.Draws;

/**
 * A groove along a gentle curve. Its flanks, h(d) = -exp(-d^2 / (2 w^2)), are bright where they face the light and dark
 * where they do not; its bottom is bare and bright. It fades out at both ends.
 */
final class Scratch implements Damage {
    private static final int PIECES = 24;

    @Override
    public void onto(Plate plate, double x, double y, Draws draws) {
        double half = draws.between(18, 55);
        double turn = draws.between(0, Math.PI);
        double bend = draws.between(-0.2, 0.2) * half;
        double width = draws.between(0.8, 1.5);
        double depth = draws.between(0.2, 0.4);
        Trace trace = new Trace(plate.side());
        double cosine = StrictMath.cos(turn);
        double sine = StrictMath.sin(turn);
        double beforeX = 0;
        double beforeY = 0;
        for (int i = 0; i <= PIECES; i++) {
            double t = 2. * i / PIECES - 1;
            double off = bend * t * t;
            double nowX = x + cosine * half * t - sine * off;
            double nowY = y + sine * half * t + cosine * off;
            if (i > 0) {
                trace.add(beforeX, beforeY, nowX, nowY, width * (1 - 0.6 * t * t));
            }
            beforeX = nowX;
            beforeY = nowY;
        }
        plate.change((px, py, now) -> now + depth * relief(trace, px, py));
        plate.mark((px, py) -> trace.distance(px, py) <= 2 * trace.width(px, py));
    }

    private static double relief(Trace trace, int x, int y) {
        double width = trace.width(x, y);
        if (width == 0) {
            return 0;
        }
        double d = trace.distance(x, y) / width;
        double bell = StrictMath.exp(-d * d / 2);
        return bell * (0.35 - 1.65 * d * trace.facing(x, y));
    }
}
