package io.unveil.surface;

import io.unveil.degradation.Draws;

/**
 * A printed pattern: flowers of four petals at the corners of a square grid, diamonds in a ring at the middles of its
 * squares; ink that covers unevenly, on paper with a faint grain.
 */
record Printed(Lattice paper, Lattice ink) implements Pattern {
    private static final double PERIOD = 36;
    private static final double FLOWER = 13;
    private static final double RING = 9;

    static Printed draw(Draws draws) {
        return new Printed(Lattice.of(draws), Lattice.of(draws));
    }

    @Override
    public double at(double u, double v) {
        return tone(u, v, flower(u, v), ring(u, v));
    }

    private double tone(double u, double v, double flower, double ring) {
        double ground = 0.82 + 0.02 * paper.at(u / 1.5, v / 1.5) + 0.015 * paper.at(u / 40 + 90, v / 40);
        double cover = 0.93 + 0.06 * ink.at(u / 2.1, v / 2.1) + 0.05 * ink.at(u / 30 + 40, v / 30);
        return ground * (1 - cover * Math.max(0.72 * flower, 0.5 * ring));
    }

    /**
     * How much of a place the nearest flower covers: r against 0.58 + 0.42 cos(4 angle) of its radius, which needs no
     * angle.
     */
    private static double flower(double u, double v) {
        return flowerAround(u - PERIOD * Math.rint(u / PERIOD), v - PERIOD * Math.rint(v / PERIOD));
    }

    private static double flowerAround(double x, double y) {
        double square = Math.max(x * x + y * y, 1e-9);
        double cosine = x * x / square; // squared
        double petals = 8 * cosine * cosine - 8 * cosine + 1; // cos(4 angle)
        double r = Math.sqrt(square);
        return Math.min(inside(FLOWER * (0.6 + 0.4 * petals) - r), inside(r - 2.2));
    }

    private static double ring(double u, double v) {
        double x = u - PERIOD * (Math.floor(u / PERIOD) + 0.5);
        double y = v - PERIOD * (Math.floor(v / PERIOD) + 0.5);
        double r = Math.sqrt(x * x + y * y);
        double band = inside(1.3 - Math.abs(r - RING));
        double diamond = inside((4.2 - Math.abs(x) - Math.abs(y)) * 0.7);
        return Math.max(band, diamond);
    }

    /** 1 inside, 0 outside, with an edge one pixel wide. */
    private static double inside(double depth) {
        return Curves.step(-0.7, 0.7, depth);
    }

    /** One flower is printed out of register, or not at all. */
    @Override
    public Broken broken(double u, double v, Draws draws) {
        double i = Math.rint(u / PERIOD);
        double j = Math.rint(v / PERIOD);
        boolean missing = draws.chance(0.4);
        double turn = draws.between(0, 2 * Math.PI);
        double right = draws.between(3, 7) * StrictMath.cos(turn);
        double down = draws.between(3, 7) * StrictMath.sin(turn);
        Zone cell = (x, y) -> Math.rint(x / PERIOD) == i && Math.rint(y / PERIOD) == j;
        Surface misprinted = (x, y) -> {
            if (!cell.has(x, y)) {
                return at(x, y);
            }
            double flower = missing ? 0 : flowerAround(x - i * PERIOD - right, y - j * PERIOD - down);
            return tone(x, y, flower, ring(x, y));
        };
        double reach = FLOWER + 1;
        return new Broken(
                misprinted,
                (x, y) -> isNear(x - i * PERIOD, y - j * PERIOD, reach)
                        || (!missing && isNear(x - i * PERIOD - right, y - j * PERIOD - down, reach)));
    }

    private static boolean isNear(double x, double y, double reach) {
        return x * x + y * y <= reach * reach;
    }
}
