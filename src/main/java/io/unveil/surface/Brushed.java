package io.unveil.surface;

import io.unveil.degradation.Draws;

/**
 * Brushed metal: streaks along u, layers of noise stretched 40 to 70 times as far along them as across, and a broad
 * sheen.
 */
record Brushed(Lattice fine, Lattice middle, Lattice broad, Lattice sheen) implements Pattern {
    static Brushed draw(Draws draws) {
        return new Brushed(Lattice.of(draws), Lattice.of(draws), Lattice.of(draws), Lattice.of(draws));
    }

    @Override
    public double at(double u, double v) {
        double streaks =
                0.075 * fine.at(u / 70, v / 1.1) + 0.06 * middle.at(u / 110, v / 2.3) + 0.04 * broad.at(u / 260, v / 6);
        return 0.56 + streaks + 0.03 * sheen.at(u / 300, v / 60);
    }

    /** A patch that was brushed again, in another direction. */
    @Override
    public Broken broken(double u, double v, Draws draws) {
        double turn = draws.between(0.6, 2.5);
        double cosine = StrictMath.cos(turn);
        double sine = StrictMath.sin(turn);
        Ellipse patch = Ellipse.drawn(u, v, 14, 34, draws);
        return new Broken(
                (x, y) -> {
                    double again = 1 - Curves.step(0.7, 1, patch.square(x, y));
                    return at(x, y) + again * (at(cosine * x - sine * y, sine * x + cosine * y) - at(x, y));
                },
                patch);
    }
}
