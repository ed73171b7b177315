package io.unveil.inference;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import java.util.SplittableRandom;

/** Even pictures with a little noise, and some with a bright square at a known place. */
public final class SpottedPictures {
    private SpottedPictures() {}

    /** Gray 100 of 255, noise of 5 levels. */
    public static Picture even(int width, int height, int channels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((100 + 5 * random.nextGaussian()) / 255);
        }
        return Picture.of(new Pixels(width, height, channels, values), BitDepth.EIGHT, Format.PNG);
    }

    /** The same with a square of 220 of 255 whose upper left corner lies at (left, top). */
    public static Picture spotted(int width, int height, int channels, int left, int top, int side) {
        Pixels even = even(width, height, channels, 1).pixels();
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                for (int channel = 0; channel < channels; channel++) {
                    even.values()[(y * width + x) * channels + channel] = 220 / 255f;
                }
            }
        }
        return Picture.of(even, BitDepth.EIGHT, Format.PNG);
    }
}
