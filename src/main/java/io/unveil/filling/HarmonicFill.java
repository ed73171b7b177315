package io.unveil.filling;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;

/**
 * The harmonic fill, or membrane: in the hole each pixel is the mean of its four neighbours (the discrete Laplace equation), with the known pixels
 * around as they are and the border of the picture as a mirror. So it is the smoothest fill, takes on the colours at the rim and never goes beyond
 * them. Solved over a {@link Pyramid} with successive over-relaxation in red-black order at each level (Young 1954). Where holes are no wider than some
 * 60 pixels, what is left of the residual costs .02 dB at most.
 */
public final class HarmonicFill implements Fill {
    private static final int SWEEPS = 12;
    private static final int MARGIN = 4;

    @Override
    public Pixels fill(Pixels picture, Mask hole) {
        return Window.around(picture, hole, MARGIN)
                .map(window -> {
                    fill(window.values(), window.hole(), window.width(), window.height(), window.channels());
                    return window.into(picture, window.values());
                })
                .orElse(picture);
    }

    /**
     * Fills plain values in place: rows of pixels with interleaved channels.
     *
     * @param values width x height x channels
     * @param hole width x height, row by row; where all of it is true the values become mid gray
     */
    public static void fill(float[] values, boolean[] hole, int width, int height, int channels) {
        if (values.length != hole.length * channels || hole.length != width * height) {
            throw new IllegalArgumentException("%d x %d pixels of %d channels, but %d values and %d holes"
                    .formatted(width, height, channels, values.length, hole.length));
        }
        new Pyramid(values, hole, width, height, channels).fill(SWEEPS);
    }
}
