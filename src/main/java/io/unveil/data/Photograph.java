package io.unveil.data;

import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;

/** A clean picture to train on: 8-bit samples, channels interleaved. */
public record Photograph(String name, Size size, int channels, byte[] samples) {
    /** The picture in gray or colour as the network wants it; gray is the luma of Rec. 601, .299 R + .587 G + .114 B. */
    public static Photograph of(String name, Picture picture, int channels) {
        Size size = picture.size();
        byte[] samples = new byte[Math.toIntExact(size.pixels() * channels)];
        int shift = picture.depth().bits() - 8;
        int at = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                if (channels == 1 && picture.channels() == 3) {
                    double luma = 0.299 * picture.level(x, y, 0)
                            + 0.587 * picture.level(x, y, 1)
                            + 0.114 * picture.level(x, y, 2);
                    samples[at++] = (byte) (Math.round(luma) >> shift);
                } else {
                    for (int channel = 0; channel < channels; channel++) {
                        samples[at++] =
                                (byte) (picture.level(x, y, Math.min(channel, picture.channels() - 1)) >> shift);
                    }
                }
            }
        }
        return new Photograph(name, size, channels, samples);
    }

    /** The middle, with sides of at most so many pixels and multiples of a number; values in [0, 1]. */
    public Pixels middle(int largestSide, int multiple) {
        int width = Math.min(size.width(), largestSide) / multiple * multiple;
        int height = Math.min(size.height(), largestSide) / multiple * multiple;
        int left = (size.width() - width) / 2;
        int top = (size.height() - height) / 2;
        float[] values = new float[width * height * channels];
        for (int y = 0; y < height; y++) {
            int from = ((top + y) * size.width() + left) * channels;
            for (int i = 0; i < width * channels; i++) {
                values[y * width * channels + i] = (samples[from + i] & 255) / 255f;
            }
        }
        return new Pixels(width, height, channels, values);
    }
}
