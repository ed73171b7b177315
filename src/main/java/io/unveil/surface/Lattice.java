package io.unveil.surface;

import io.unveil.degradation.Draws;

/**
 * Smooth noise over the plane: a value drawn evenly from [-1, 1] at each whole place, and between them the fifth-degree
 * blend t^3 (6 t^2 - 15 t + 10), whose first two derivatives vanish at the ends (Perlin, "Improving noise", SIGGRAPH
 * 2002). It needs only whole numbers and basic arithmetic: the same seed gives the same bits on every machine.
 */
record Lattice(long seed) {
    static Lattice of(Draws draws) {
        return new Lattice((long) (draws.uniform() * 0x1.0p53));
    }

    /** In [-1, 1], with about one rise or fall a unit. */
    double at(double x, double y) {
        double left = Math.floor(x);
        double top = Math.floor(y);
        long i = (long) left;
        long j = (long) top;
        double across = blend(x - left);
        double down = blend(y - top);
        double upper = share(i, j) + across * (share(i + 1, j) - share(i, j));
        double lower = share(i, j + 1) + across * (share(i + 1, j + 1) - share(i, j + 1));
        return 2 * (upper + down * (lower - upper)) - 1;
    }

    /** Drawn evenly from [0, 1), one for each pair of whole numbers; mixed by the finaliser of SplitMix64. */
    double share(long i, long j) {
        long z = seed + i * 0x9E3779B97F4A7C15L + j * 0xC2B2AE3D27D4EB4FL;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    private static double blend(double t) {
        return t * t * t * (t * (6 * t - 15) + 10);
    }
}
