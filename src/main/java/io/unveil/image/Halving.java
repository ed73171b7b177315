package io.unveil.image;

/** The steps of a picture pyramid (Burt and Adelson 1983, with the smallest of windows). */
public final class Halving {
    private Halving() {}

    /** Each pixel the mean of the two by two it covers; sides are rounded up, at an odd edge fewer pixels are averaged. */
    public static Pixels halved(Pixels pixels) {
        int channels = pixels.channels();
        int width = (pixels.width() + 1) / 2;
        int height = (pixels.height() + 1) / 2;
        float[] half = new float[width * height * channels];
        for (int y = 0; y < height; y++) {
            int rows = Math.min(2, pixels.height() - 2 * y);
            for (int x = 0; x < width; x++) {
                int columns = Math.min(2, pixels.width() - 2 * x);
                for (int channel = 0; channel < channels; channel++) {
                    float sum = 0;
                    for (int i = 0; i < rows * columns; i++) {
                        int from = (2 * y + i / columns) * pixels.width() + 2 * x + i % columns;
                        sum += pixels.values()[from * channels + channel];
                    }
                    half[(y * width + x) * channels + channel] = sum / (rows * columns);
                }
            }
        }
        return new Pixels(width, height, channels, half);
    }

    /** Twice as large, bilinear between the centres of the pixels; {@code size} tells even from odd sides. */
    public static Pixels doubled(Pixels pixels, Size size) {
        int channels = pixels.channels();
        float[] twice = new float[Math.toIntExact(size.pixels() * channels)];
        for (int y = 0; y < size.height(); y++) {
            int near = Math.min(y / 2, pixels.height() - 1);
            int far = neighbour(y, pixels.height());
            for (int x = 0; x < size.width(); x++) {
                int left = Math.min(x / 2, pixels.width() - 1);
                int right = neighbour(x, pixels.width());
                for (int channel = 0; channel < channels; channel++) {
                    twice[(y * size.width() + x) * channels + channel] = 0.5625f * at(pixels, left, near, channel)
                            + 0.1875f * (at(pixels, right, near, channel) + at(pixels, left, far, channel))
                            + 0.0625f * at(pixels, right, far, channel);
                }
            }
        }
        return new Pixels(size.width(), size.height(), channels, twice);
    }

    /** The second nearest of the small picture's positions: its own quarter tells on which side. */
    private static int neighbour(int i, int count) {
        return Math.max(0, Math.min(count - 1, i / 2 + (i % 2 == 0 ? -1 : 1)));
    }

    private static float at(Pixels pixels, int x, int y, int channel) {
        return pixels.values()[(y * pixels.width() + x) * pixels.channels() + channel];
    }
}
