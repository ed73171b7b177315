package io.unveil.surface;

import io.unveil.degradation.Draws;

/**
 * Planed wood, its grain along v. Rings are the level lines of u, bent by slow noise: within a ring the tone falls from
 * early to late wood as t^3 and comes back at once. Fibres and dark pores run along the grain.
 */
record Wood(Lattice slow, Lattice fibres, Lattice pores) implements Pattern {
    private static final double RING = 17;

    static Wood draw(Draws draws) {
        return new Wood(Lattice.of(draws), Lattice.of(draws), Lattice.of(draws));
    }

    @Override
    public double at(double u, double v) {
        return at(u, v, 0);
    }

    private double at(double u, double v, double bend) {
        double wide =
                30 * slow.at(u / 110, v / 600) + 9 * slow.at(u / 37 + 50, v / 230) + 2 * slow.at(u / 9 + 90, v / 70);
        double rings = (u + wide + bend) / RING;
        double ring = Math.floor(rings);
        double t = rings - ring;
        double late = (0.13 + 0.1 * slow.share((long) ring, 7)) * t * t * (1 - Curves.step(0.86, 1, t));
        double fibre = 0.05 * fibres.at(u / 1.2, v / 45) + 0.035 * fibres.at(u / 2.9 + 70, v / 120);
        double pore = 0.13 * Curves.step(0.5, 1, pores.at(u / 0.9, v / 13)) * (0.35 + t);
        double broad = 0.04 * slow.at(u / 80 + 400, v / 300);
        return 0.66 - late + fibre - pore + broad;
    }

    /** A knot: the rings close around it, and its core is dark. */
    @Override
    public Broken broken(double u, double v, Draws draws) {
        Ellipse knot = Ellipse.of(u, v, draws.between(9, 17), draws.between(18, 34), 0);
        double bend = draws.between(3, 4.5) * RING;
        return new Broken(
                (x, y) -> {
                    double square = knot.square(x, y);
                    double core = 1 - Curves.step(0.05, 0.4, square);
                    return at(x, y, bend * Curves.hill(square)) * (1 - 0.45 * core);
                },
                knot);
    }
}
