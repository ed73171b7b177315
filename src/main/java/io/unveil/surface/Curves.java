package io.unveil.surface;

/** Curves that need only basic arithmetic: fast, and the same bits on every machine. */
final class Curves {
    private Curves() {}

    /** From 0 at {@code from} to 1 at {@code to}, flat beyond both: 3 t^2 - 2 t^3. */
    static double step(double from, double to, double x) {
        double t = Math.min(1, Math.max(0, (x - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }

    /** Like cos(pi t): 1 at even numbers, -1 at odd ones; between them 1 - 6 t^2 + 4 |t|^3. */
    static double wave(double t) {
        double f = Math.abs(t - 2 * Math.floor((t + 1) / 2));
        return 1 - f * f * (6 - 4 * f);
    }

    /**
     * A hill of height 1 over [-1, 1], (1 - x^2)^2, and 0 beyond.
     *
     * @param square x^2; callers have the square
     */
    static double hill(double square) {
        return square >= 1 ? 0 : (1 - square) * (1 - square);
    }
}
