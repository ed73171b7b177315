package io.unveil.degradation.occlusion;

import io.unveil.degradation.Draws;

/**
 * One pair of glasses seen from the front, 100 to 160 pixels across, held almost level: dark lenses or only frames, a
 * bridge, two temples.
 */
final class GlassesBrush implements Brush {
    private static final int FINE = 32;

    @Override
    public void draw(Canvas canvas, Draws draws, double scale) {
        double x = draws.uniform() * canvas.size().width();
        double y = draws.uniform() * canvas.size().height();
        double turn = draws.between(-.15, .15);
        boolean dark = draws.chance(.6);
        double half = scale * draws.between(20, 31); // of a lens, across
        double tall = half * draws.between(.7, 1);
        double bridge = scale * draws.between(5, 9); // half of it
        double pen = scale * draws.between(4, 9);
        double boxy = draws.between(2, 5);
        Frame frame = new Frame(canvas, x, y, StrictMath.cos(turn), StrictMath.sin(turn), pen);
        for (int side = -1; side <= 1; side += 2) {
            frame.lens(side * (bridge + half), half, tall, boxy, dark);
            double outer = side * (bridge + 2 * half);
            frame.line(outer, -tall / 3, outer + side * half / 2, -tall / 2);
        }
        frame.line(-bridge, -tall / 4, bridge, -tall / 4);
    }

    /** From the glasses' own axes, around the middle of the bridge, to the canvas. */
    private record Frame(Canvas canvas, double x, double y, double cos, double sin, double pen) {
        /** A superellipse |u / half|^boxy + |v / tall|^boxy = 1 (Lame): an ellipse at 2, nearly a rectangle at 5. */
        void lens(double middle, double half, double tall, double boxy, boolean dark) {
            double[] us = new double[FINE];
            double[] vs = new double[FINE];
            for (int i = 0; i < FINE; i++) {
                double angle = 2 * Math.PI * i / FINE;
                us[i] = middle + half * root(StrictMath.cos(angle), boxy);
                vs[i] = tall * root(StrictMath.sin(angle), boxy);
            }
            if (dark) {
                fill(us, vs);
            }
            for (int i = 0; i < FINE; i++) {
                int next = (i + 1) % FINE;
                line(us[i], vs[i], us[next], vs[next]);
            }
        }

        private static double root(double value, double boxy) {
            return Math.signum(value) * StrictMath.pow(Math.abs(value), 2 / boxy);
        }

        private void fill(double[] us, double[] vs) {
            double[] xs = new double[FINE];
            double[] ys = new double[FINE];
            for (int i = 0; i < FINE; i++) {
                xs[i] = x(us[i], vs[i]);
                ys[i] = y(us[i], vs[i]);
            }
            canvas.polygon(xs, ys);
        }

        void line(double u, double v, double toU, double toV) {
            canvas.line(x(u, v), y(u, v), x(toU, toV), y(toU, toV), pen);
        }

        private double x(double u, double v) {
            return x + cos * u - sin * v;
        }

        private double y(double u, double v) {
            return y + sin * u + cos * v;
        }
    }
}
