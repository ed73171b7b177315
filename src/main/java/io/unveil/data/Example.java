package io.unveil.data;

import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;

/**
 * One training or test example: a clean picture, or a signal as a picture of height 1.
 *
 * @param channels 1 or 3, interleaved
 * @param samples row by row, 8 bits each, unsigned; not copied; receivers must not change them
 */
public record Example(String name, Size size, int channels, byte[] samples, Label label) {
    public Example {
        if (size.pixels() * channels != samples.length) {
            throw new IllegalArgumentException("%s in %d channels need %d samples, there are %d"
                    .formatted(size, channels, size.pixels() * channels, samples.length));
        }
    }

    /** A picture in gray (1) or colour (3), with no label; gray is the luma of Rec. 601, .299 R + .587 G + .114 B. */
    public static Example of(String name, Picture picture, int channels) {
        Size size = picture.size();
        byte[] samples = new byte[Math.toIntExact(size.pixels() * channels)];
        int shift = picture.depth().bits() - 8;
        int at = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                if (channels == 1 && picture.channels() == 3) {
                    samples[at++] = (byte)
                            (luma(picture.level(x, y, 0), picture.level(x, y, 1), picture.level(x, y, 2)) >> shift);
                } else {
                    for (int channel = 0; channel < channels; channel++) {
                        samples[at++] =
                                (byte) (picture.level(x, y, Math.min(channel, picture.channels() - 1)) >> shift);
                    }
                }
            }
        }
        return new Example(name, size, channels, samples, Label.NONE);
    }

    static int luma(int red, int green, int blue) {
        return (int) Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
    }

    /** One sample, 0 to 255. */
    public int level(int x, int y, int channel) {
        return samples[(y * size.width() + x) * channels + channel] & 255;
    }

    /** The samples as values in [0, 1]. */
    public Pixels pixels() {
        float[] values = new float[samples.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (samples[i] & 255) / 255f;
        }
        return new Pixels(size.width(), size.height(), channels, values);
    }

    /** Values rounded to 8 bits, clipped where they lie outside of [0, 1]. */
    static byte[] inEightBits(Pixels pixels) {
        byte[] samples = new byte[pixels.values().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) Math.round(Math.max(0, Math.min(1, pixels.values()[i])) * 255);
        }
        return samples;
    }

    /** The samples of another picture under the same name and label. */
    Example with(Size size, int channels, byte[] samples) {
        return new Example(name, size, channels, samples, label);
    }

    /** Resized by {@link Resampling} and rounded to whole levels. */
    Example resized(Size to) {
        return with(to, channels, inEightBits(Resampling.resized(pixels(), to)));
    }

    /** Gives one level of a picture. */
    @FunctionalInterface
    interface Level {
        int at(int x, int y, int channel);
    }

    /** A picture made level by level, under the same name and label. */
    Example drawn(Size size, int channels, Level level) {
        byte[] drawn = new byte[Math.toIntExact(size.pixels() * channels)];
        int at = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                for (int channel = 0; channel < channels; channel++) {
                    drawn[at++] = (byte) level.at(x, y, channel);
                }
            }
        }
        return with(size, channels, drawn);
    }

    /** The rectangle with its upper left corner at (left, top). */
    Example crop(int left, int top, Size size) {
        int row = size.width() * channels;
        byte[] cut = new byte[row * size.height()];
        for (int y = 0; y < size.height(); y++) {
            System.arraycopy(samples, ((top + y) * this.size.width() + left) * channels, cut, y * row, row);
        }
        return with(size, channels, cut);
    }
}
