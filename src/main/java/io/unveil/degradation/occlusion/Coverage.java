package io.unveil.degradation.occlusion;

import io.unveil.degradation.Draws;

/**
 * The share of pixels that a hole covers, drawn evenly between two bounds, which may be equal.
 *
 * @param least at least .001
 * @param most at most .95, and not below the least
 */
public record Coverage(double least, double most) {
    private static final double SMALLEST = .001;
    private static final double LARGEST = .95;

    public Coverage {
        if (!(least >= SMALLEST && least <= most && most <= LARGEST)) { // NaN fails too
            throw new IllegalArgumentException(
                    "coverage must be a share from %s to %s, or two with the smaller first; was %s"
                            .formatted(SMALLEST, LARGEST, text(least, most)));
        }
    }

    /** Reads {@code 0.2} or {@code 0.1-0.3}. */
    static Coverage parse(String text) {
        String[] bounds = text.split("-", -1);
        if (bounds.length > 2) {
            throw new IllegalArgumentException("'%s' is neither one share nor two".formatted(text));
        }
        return new Coverage(number(bounds[0]), number(bounds[bounds.length - 1]));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is not a number".formatted(text.strip()), e);
        }
    }

    double drawn(Draws draws) {
        return draws.between(least, most);
    }

    @Override
    public String toString() {
        return text(least, most);
    }

    private static String text(double least, double most) {
        return least == most ? Double.toString(least) : least + "-" + most;
    }
}
