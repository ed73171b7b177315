package io.unveil.image;

import java.util.Optional;
import java.util.Random;

/**
 * Pictures that the tests draw: slopes with noise on them, so that no two neighbours, channels, rows or depths can be
 * mixed up unseen.
 */
public final class Drawn {
    private Drawn() {}

    public static Picture picture(int width, int height, int channels, BitDepth depth, boolean alpha) {
        Random random = new Random(7);
        short[] samples = new short[width * height * channels];
        short[] opacity = new short[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = y * width + x;
                for (int channel = 0; channel < channels; channel++) {
                    double slope = (x / (double) width + (channel + 1) * y / (double) height) / (channels + 2);
                    samples[pixel * channels + channel] = level(slope + 0.1 * random.nextDouble(), depth);
                }
                opacity[pixel] = level((x + y) % 5 / 4.0, depth);
            }
        }
        return new Picture(
                new Size(width, height),
                channels,
                depth,
                samples,
                alpha ? Optional.of(opacity) : Optional.empty(),
                Origin.of(Format.PNG));
    }

    private static short level(double value, BitDepth depth) {
        return (short) Math.round(Math.min(1, value) * depth.white());
    }

    public static Picture withProfile(Picture picture, byte[] profile) {
        Origin bare = picture.origin();
        return picture.with(new Origin(bare.format(), Optional.of(profile), bare.attachments(), bare.notes()));
    }
}
