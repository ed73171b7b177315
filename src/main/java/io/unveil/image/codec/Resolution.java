package io.unveil.image.codec;

/** How large a picture is meant to be seen: pixels to an inch of its stored columns and rows. */
record Resolution(double across, double down) {
    private static final double CENTIMETRES_PER_INCH = 2.54;
    private static final double MOST = 1e6;

    static Resolution perCentimetre(double across, double down) {
        return new Resolution(across * CENTIMETRES_PER_INCH, down * CENTIMETRES_PER_INCH);
    }

    /** Whether both are numbers that a file can state; files with zeros and without a unit are common. */
    boolean isMeant() {
        return across > 0 && across < MOST && down > 0 && down < MOST;
    }

    Resolution upright(Orientation orientation) {
        return orientation.swapsSides() ? new Resolution(/* across= */ down, /* down= */ across) : this;
    }

    /** In pixels a metre, as PNG and BMP state it. */
    static int perMetre(double perInch) {
        return (int) Math.round(perInch * 100 / CENTIMETRES_PER_INCH);
    }
}
