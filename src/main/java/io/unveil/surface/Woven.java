package io.unveil.surface;

import io.unveil.degradation.Draws;

/**
 * Cloth in plain weave: warp threads along v and weft threads along u pass over and under each other in turn. A thread
 * of half width w has height sqrt(1 - (a / w)^2) at a distance a from its middle, plus a wave along it; the higher of
 * two threads is seen. Threads lie and swell unevenly, and are twisted of fibres.
 */
record Woven(Lattice uneven, Lattice fibres) implements Pattern {
    private static final double WARP = 11;
    private static final double WEFT = 12.5;
    private static final double GAP = 0.16;

    static Woven draw(Draws draws) {
        return new Woven(Lattice.of(draws), Lattice.of(draws));
    }

    @Override
    public double at(double u, double v) {
        return at(u, v, true);
    }

    private double at(double u, double v, boolean withWarp) {
        double i = Math.floor(u / WARP);
        double j = Math.floor(v / WEFT);
        double a = across(u / WARP - i - 0.5, 2 * i, v);
        double b = across(v / WEFT - j - 0.5, 2 * j + 1, u);
        double warp = withWarp ? height(a, Curves.wave(v / WEFT - 0.5 + i)) : -9;
        double weft = height(b, -Curves.wave(u / WARP - 0.5 + j));
        if (Math.max(warp, weft) < -8) {
            return GAP;
        }
        return warp > weft
                ? seen(a, warp, 2 * i, v, 0.70) + 0.09 * a * Light.X
                : seen(b, weft, 2 * j + 1, u, 0.62) + 0.09 * b * Light.Y;
    }

    /**
     * The distance from the middle of the thread, in half widths: each thread lies a little off its place and varies in
     * thickness.
     */
    private double across(double share, double thread, double along) {
        double off = 0.07 * uneven.at(17.3 * thread, along / 55);
        double half = 0.42 + 0.07 * uneven.at(17.3 * thread + 5.5, along / 34);
        return (share - off) / half;
    }

    private static double height(double a, double wave) {
        return Math.abs(a) >= 1 ? -9 : Math.sqrt(1 - a * a) + 0.8 * wave;
    }

    private double seen(double a, double height, double thread, double along, double tone) {
        double twist = fibres.at(along / 1.9 + 1.9 * a, 3.1 * thread + 0.7 * a);
        double own = 0.06 * uneven.at(31.7 * thread, along / 150) + 0.04 * uneven.at(31.7 * thread, along / 19);
        return (tone + own) * (0.32 + 0.38 * height) + 0.06 * twist;
    }

    /** A warp thread that ends and goes on further down; between, the weft and the dark below it are seen. */
    @Override
    public Broken broken(double u, double v, Draws draws) {
        double thread = Math.floor(u / WARP);
        double half = draws.between(1.5, 5) * WEFT;
        Zone gap = (x, y) -> Math.floor(x / WARP) == thread && Math.abs(y - v) <= half;
        return new Broken((x, y) -> at(x, y, !gap.has(x, y)), gap);
    }
}
