package io.unveil.surface;

import io.unveil.degradation.Draws;

/**
 * Terrazzo: chips of stone in cement. Each cell of a square grid may hold one chip, a polygon of five drawn sides, its
 * corners rounded at half a cell from its place, so that only the four nearest cells matter. Where two chips meet, the
 * smaller one lies on top.
 */
record Stone(Lattice cement, Lattice large, Lattice small) implements Pattern {
    private static final double LARGE = 30;
    private static final double SMALL = 11;
    private static final int SIDES = 5;
    private static final double NONE = -1;

    /** Directions evenly around the circle, as whole steps: (cos, sin). */
    private static final double[][] AROUND = around(60);

    private static double[][] around(int count) {
        double[][] directions = new double[count][];
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * i / count;
            directions[i] = new double[] {StrictMath.cos(angle), StrictMath.sin(angle)};
        }
        return directions;
    }

    static Stone draw(Draws draws) {
        return new Stone(Lattice.of(draws), Lattice.of(draws), Lattice.of(draws));
    }

    @Override
    public double at(double u, double v) {
        return at(u, v, (x, y) -> false);
    }

    private double at(double u, double v, Zone bare) {
        double chip = chip(small, SMALL, 0.45, u, v, bare);
        if (chip == NONE) {
            chip = chip(large, LARGE, 0.75, u, v, bare);
        }
        double grain = 0.03 * cement.at(u / 1.6, v / 1.6) + 0.02 * cement.at(u / 5 + 300, v / 5);
        return chip == NONE ? 0.66 + grain : chip + 0.6 * grain;
    }

    /** The tone of the chip that lies at a place, or NONE. */
    private static double chip(Lattice layer, double cell, double chance, double u, double v, Zone bare) {
        long left = (long) Math.floor(u / cell - 0.5);
        long top = (long) Math.floor(v / cell - 0.5);
        for (long j = top; j <= top + 1; j++) {
            for (long i = left; i <= left + 1; i++) {
                if (layer.share(4 * i, j) < chance) {
                    double x = (i + 0.06 + 0.88 * layer.share(4 * i + 1, j)) * cell;
                    double y = (j + 0.06 + 0.88 * layer.share(4 * i + 2, j)) * cell;
                    double shape = layer.share(4 * i + 3, j);
                    double reach = cell / 2;
                    if ((u - x) * (u - x) + (v - y) * (v - y) < reach * reach
                            && isWithin(u - x, v - y, cell * (0.2 + 0.22 * shape), shape)
                            && !bare.has(x, y)) {
                        return tone(shape);
                    }
                }
            }
        }
        return NONE;
    }

    /** Whether a place lies on the inner side of all sides of a chip. */
    private static boolean isWithin(double x, double y, double radius, double shape) {
        int first = (int) (shape * 6007) % AROUND.length;
        for (int side = 0; side < SIDES; side++) {
            double uneven = shape * (97 + 31 * side);
            double share = uneven - Math.floor(uneven);
            double[] out = AROUND[(first + side * AROUND.length / SIDES + (int) (7 * share)) % AROUND.length];
            if (x * out[0] + y * out[1] > radius * (0.55 + 0.45 * share)) {
                return false;
            }
        }
        return true;
    }

    /** Dark, middling or light, each in shades. */
    private static double tone(double shape) {
        double shade = shape * 1009 - Math.floor(shape * 1009);
        double[] tones = {0.24, 0.40, 0.50, 0.86};
        return tones[(int) (shade * tones.length)] + 0.10 * (shape * 61 - Math.floor(shape * 61) - 0.5);
    }

    /** A patch of cement in which no chip lies. */
    @Override
    public Broken broken(double u, double v, Draws draws) {
        Ellipse bare = Ellipse.drawn(u, v, 34, 54, draws);
        return new Broken((x, y) -> at(x, y, bare), (x, y) -> bare.has(x, y) || at(x, y, bare) != at(x, y));
    }
}
