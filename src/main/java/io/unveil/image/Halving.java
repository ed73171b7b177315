package io.unveil.image;

/** The steps of a picture pyramid (Burt and Adelson 1983, with the smallest of windows). */
public final class Halving {
    private Halving() {}

    /**
     * Each pixel the mean of the two by two it covers; sides are rounded up, at an odd edge fewer pixels are averaged.
     */
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

    /**
     * A rectangle of the whole picture, interpolated from values at half its size: each fine pixel lies a quarter of a
     * coarse pixel off the coarse centre, so it is the bilinear mean with weights 3/4 and 1/4 along each axis.
     */
    public static Pixels enlarged(Pixels half, Rectangle part) {
        int channels = half.channels();
        float[] values = new float[part.width() * part.height() * channels];
        int to = 0;
        for (int y = part.y(); y < part.bottom(); y++) {
            int row = y / 2 * half.width();
            int otherRow = neighbour(y, half.height()) * half.width();
            for (int x = part.x(); x < part.right(); x++) {
                int column = x / 2;
                int otherColumn = neighbour(x, half.width());
                for (int c = 0; c < channels; c++) {
                    values[to++] = .5625f * half.values()[(row + column) * channels + c]
                            + .1875f * half.values()[(row + otherColumn) * channels + c]
                            + .1875f * half.values()[(otherRow + column) * channels + c]
                            + .0625f * half.values()[(otherRow + otherColumn) * channels + c];
                }
            }
        }
        return new Pixels(part.width(), part.height(), channels, values);
    }

    /** The second nearest coarse pixel of a fine one, along an axis. */
    private static int neighbour(int fine, int length) {
        int other = fine % 2 == 0 ? fine / 2 - 1 : fine / 2 + 1;
        return Math.max(0, Math.min(length - 1, other));
    }
}
