package io.unveil.web;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Codec;
import java.util.SplittableRandom;

/** Pictures drawn for the tests: a slope from dark to bright, with or without noise. */
final class Drawn {
    private Drawn() {}

    static Picture slope(int side, int channels, double sigma, BitDepth depth, Format format) {
        SplittableRandom random = new SplittableRandom(5);
        float[] values = new float[side * side * channels];
        for (int i = 0; i < values.length; i++) {
            int x = i / channels % side;
            values[i] = (float) (0.2 + 0.6 * x / side + sigma / 255 * random.nextGaussian());
        }
        return Picture.of(new Pixels(side, side, channels, values), depth, format);
    }

    /** A mask: a white square in black, its upper left corner at (x, y). */
    static Picture hole(int side, int x, int y, int width) {
        float[] values = new float[side * side];
        for (int i = 0; i < values.length; i++) {
            boolean inside = i % side >= x && i % side < x + width && i / side >= y && i / side < y + width;
            values[i] = inside ? 1 : 0;
        }
        return Picture.of(new Pixels(side, side, 1, values), BitDepth.EIGHT, Format.PNG);
    }

    static byte[] file(Picture picture) {
        return Codec.encode(picture, picture.format(), 95);
    }

    /** Gray, 48 x 48, 8 bit, noise of sigma 20. */
    static byte[] noisyPng() {
        return file(slope(48, 1, 20, BitDepth.EIGHT, Format.PNG));
    }

    /** The picture that {@link #noisyPng()} was before the noise. */
    static byte[] cleanPng() {
        return file(slope(48, 1, 0, BitDepth.EIGHT, Format.PNG));
    }
}
