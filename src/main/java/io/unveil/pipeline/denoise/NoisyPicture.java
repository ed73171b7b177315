package io.unveil.pipeline.denoise;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Source;

/**
 * What is to be cleaned.
 *
 * @param picture as a file holds it: what the result is like, and what is read by methods that know whole levels only
 * @param values what the network reads: the picture's, or the unclipped ones that it was made of
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
