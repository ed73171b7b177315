package io.unveil.degradation.noise;

/** The Bayer mosaic: rows RGRG… and GBGB… in turn. */
final class Bayer {
    private Bayer() {}

    /** The channel that a pixel of the sensor catches. */
    static int colour(int x, int y) {
        return (x & 1) + (y & 1);
    }
}
