package io.unveil.image.codec;

/**
 * YCbCr samples of TIFF to RGB (TIFF 6.0, sections 20 and 21).
 *
 * @param red share of red in the brightness, and so on
 * @param footroom levels of black and white of the three samples
 */
record TiffYcbcr(double red, double green, double blue, double[] footroom) {
    private static final int COEFFICIENTS = 529;
    private static final int BLACK_AND_WHITE = 532;
    private static final double[] FULL = {0, 255, 128, 255, 128, 255};

    static TiffYcbcr of(TiffLayout layout) {
        TiffTags tags = layout.tags();
        double[] levels = FULL.clone();
        for (int i = 0; i < levels.length && tags.count(BLACK_AND_WHITE) == levels.length; i++) {
            levels[i] = tags.fraction(BLACK_AND_WHITE, i, levels[i]);
        }
        return new TiffYcbcr(
                tags.fraction(COEFFICIENTS, 0, .299),
                tags.fraction(COEFFICIENTS, 1, .587),
                tags.fraction(COEFFICIENTS, 2, .114),
                levels);
    }

    /** In place, from 0 to white, which is that of 8 bits. */
    void toRgb(double[] colour, double white) {
        double y = (colour[0] - footroom[0]) * 255 / (footroom[1] - footroom[0]);
        double cb = (colour[1] - footroom[2]) * 127 / (footroom[3] - footroom[2]);
        double cr = (colour[2] - footroom[4]) * 127 / (footroom[5] - footroom[4]);
        colour[0] = y + cr * (2 - 2 * red);
        colour[2] = y + cb * (2 - 2 * blue);
        colour[1] = (y - blue * colour[2] - red * colour[0]) / green;
    }
}
