package io.unveil.degradation.noise;

import io.unveil.image.Mirror;
import io.unveil.image.Pixels;

/** The Bayer mosaic: rows RGRG… and GBGB… in turn. */
final class Bayer {
    private static final int GREEN = 1;

    private Bayer() {}

    /** The channel that a pixel of the sensor catches. */
    static int colour(int x, int y) {
        return (x & 1) + (y & 1);
    }

    /**
     * Bilinear demosaicing: a sample that was caught stays, any other is the mean of its nearest neighbours that were, two or four of them. Beyond the rim the
     * samples are mirrored, the outermost not repeated, which keeps the mosaic's order.
     *
     * @param sampled three channels, 0 where a pixel did not catch a colour
     */
    static Pixels demosaiced(Pixels sampled) {
        int width = sampled.width();
        int height = sampled.height();
        float[] from = sampled.values();
        float[] full = new float[from.length];
        for (int y = 0; y < height; y++) {
            int above = Mirror.at(y - 1, height) * width;
            int below = Mirror.at(y + 1, height) * width;
            for (int x = 0; x < width; x++) {
                int left = Mirror.at(x - 1, width);
                int right = Mirror.at(x + 1, width);
                for (int c = 0; c < 3; c++) {
                    float here = from[(y * width + x) * 3 + c];
                    float across = from[(y * width + left) * 3 + c] + from[(y * width + right) * 3 + c];
                    float along = from[(above + x) * 3 + c] + from[(below + x) * 3 + c];
                    float corners = from[(above + left) * 3 + c]
                            + from[(above + right) * 3 + c]
                            + from[(below + left) * 3 + c]
                            + from[(below + right) * 3 + c];
                    full[(y * width + x) * 3 + c] =
                            c == GREEN ? here + (across + along) / 4 : here + (across + along) / 2 + corners / 4;
                }
            }
        }
        return new Pixels(width, height, 3, full);
    }
}
