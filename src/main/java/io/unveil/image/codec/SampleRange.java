package io.unveil.image.codec;

import java.util.Optional;

/**
 * Between which numbers the samples of a picture lie. That of whole numbers up to 16 bits without a sign is known from
 * their bits. Others are used for pictures and for measurements alike, and the file does not say for which: their
 * numbers are looked at.
 */
final class SampleRange {
    private static final int CIELAB = 8;

    private double least;
    private double most;
    private boolean known;
    private final boolean floating;
    private final double alphaWhite;
    private final int bits;

    private SampleRange(double least, double most, boolean known, boolean floating, double alphaWhite, int bits) {
        this.least = least;
        this.most = most;
        this.known = known;
        this.floating = floating;
        this.alphaWhite = alphaWhite;
        this.bits = bits;
    }

    static SampleRange of(TiffLayout layout, int photometric) {
        boolean floating = layout.kind() == TiffLayout.FLOAT;
        double white = floating ? 1 : Math.pow(2, layout.bits() - (layout.kind() == TiffLayout.SIGNED ? 1 : 0)) - 1;
        boolean plain = layout.kind() == TiffLayout.UNSIGNED && layout.bits() <= 16;
        return plain || photometric == CIELAB
                ? new SampleRange(0, white, true, floating, white, layout.bits())
                : new SampleRange(
                        Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, false, floating, white, layout.bits());
    }

    /** Of floating point numbers that have not been looked at. */
    static SampleRange ofFloats() {
        return new SampleRange(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, false, true, 1, 32);
    }

    boolean isKnown() {
        return known;
    }

    void measure(double value) {
        if (Double.isFinite(value)) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
    }

    /** Numbers from 0 to 1, or as high as their bits reach without a sign, stay as they are; others are stretched. */
    void fix(Notes notes) {
        boolean usual =
                floating ? least >= 0 && most <= 1 : least >= 0 && most <= alphaWhite && most > alphaWhite / 65536;
        if (usual || least > most) {
            least = 0;
            most = alphaWhite;
            if (bits > 16) {
                notes.add("the samples of %d bits were rounded to 16".formatted(bits));
            }
        } else {
            notes.add("the samples reach from %s to %s; this range was stretched from black to white"
                    .formatted(text(least), text(most)));
            most = most == least ? least + 1 : most;
        }
        known = true;
    }

    /** What floating point numbers the levels stand for; nothing is known of whole numbers. */
    Optional<FloatScale> floats() {
        return floating ? Optional.of(new FloatScale(least, most)) : Optional.empty();
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Float.toString((float) value);
    }

    /** From the range to 0 up to white; what is no number is black. */
    double scaled(double value, double white) {
        double scaled = (value - least) / (most - least) * white;
        return Double.isNaN(scaled) ? 0 : Math.max(0, Math.min(white, scaled));
    }

    double alpha(double value, double white) {
        double scaled = value / alphaWhite * white;
        return Double.isNaN(scaled) ? 0 : Math.max(0, Math.min(white, Math.floor(scaled + .5)));
    }
}
