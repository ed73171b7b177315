package io.unveil.pipeline.denoise;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Source;

/**
 * The picture to clean.
 *
 * @param picture as a file holds it: the form of the result, and the input of methods that need whole levels
 * @param values the network's input: the picture's values, or the unclipped values behind them
 * @param clipped whether these are clipped and rounded, as in files
 */
record NoisyPicture(Picture picture, Source values, boolean clipped) {
    static NoisyPicture of(Picture picture) {
        return new NoisyPicture(picture, picture, true);
    }

    static NoisyPicture of(Pixels pixels) {
        return new NoisyPicture(Picture.of(pixels, BitDepth.EIGHT, Format.PNG), pixels, false);
    }
}
