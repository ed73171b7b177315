package io.unveil.filling;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;

/**
 * The harmonic fill, or membrane: in the hole each pixel is the mean of its four neighbours (the discrete Laplace
 * equation), with the known pixels around as they are and the border of the picture as a mirror. This is the smoothest
 * fill; its values never exceed those at the rim. Solved over a {@link Pyramid}, to a tenth of an 8-bit level.
 */
public final class HarmonicFill implements Fill {
    private static final int MARGIN = 4;

    private final Interruption interruption;

    /** A fill that is never interrupted. */
    public HarmonicFill() {
        this(Interruption.none());
    }

    public HarmonicFill(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Pixels fill(Pixels picture, Mask hole) {
        return HoleWindow.around(picture, hole, MARGIN)
                .map(window -> {
                    window.pyramid(interruption).solve(window.values());
                    return window.into(picture, window.values());
                })
                .orElse(picture);
    }

    /**
     * Fills an array in place, quickly: single values are off by some 8-bit levels, which costs .02 dB in all.
     *
     * @param values width x height x channels: rows of pixels with interleaved channels
     * @param hole width x height, row by row; where all of it is true, the values become mid gray
     */
    public static void fill(float[] values, boolean[] hole, int width, int height, int channels) {
        if (values.length != hole.length * channels || hole.length != width * height) {
            throw new IllegalArgumentException("%d x %d pixels of %d channels, but %d values and %d holes"
                    .formatted(width, height, channels, values.length, hole.length));
        }
        new Pyramid(hole, width, height, channels, Interruption.none()).smooth(values);
    }
}
