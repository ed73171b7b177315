package io.unveil.degradation;

/** Checks the bounds of noise parameters. */
public final class Bounds {
    private Bounds() {}

    public static void check(String what, double value, double low, double high, String unit) {
        if (!(value >= low && value <= high)) { // NaN fails too
            throw new IllegalArgumentException("%s must be from %s to %s (%s), was %s"
                    .formatted(what, plain(low), plain(high), unit, plain(value)));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
