package io.unveil.image;

/**
 * Brings pictures of one size to another, each axis on its own: where it shrinks, a pixel is the mean over the area that it covers; where it
 * grows, it lies linearly between the centres of the two nearest.
 *
 * @param across what the places along a row are made of
 * @param down what the rows are made of
 */
public record Resampling(Taps across, Taps down) {
    public static Resampling between(Size from, Size to) {
        return new Resampling(Taps.of(from.width(), to.width()), Taps.of(from.height(), to.height()));
    }

    /** Row y of the result, as pixels of height 1; of the picture only the rows that it is made of are read. */
    public Pixels row(Source picture, int y) {
        int channels = picture.channels();
        Pixels strip = picture.region(0, down.first(y), picture.size().width(), down.count(y));
        float[] row = new float[across.places() * channels];
        for (int i = 0; i < row.length; i++) {
            int x = i / channels;
            int channel = i % channels;
            row[i] = (float) down.sum(y, line -> {
                int start = (line - down.first(y)) * strip.width();
                return across.sum(x, column -> strip.values()[(start + column) * channels + channel]);
            });
        }
        return new Pixels(across.places(), 1, channels, row);
    }

    /** The whole result. */
    public static Pixels resized(Source picture, Size to) {
        Resampling resampling = between(picture.size(), to);
        int row = to.width() * picture.channels();
        float[] values = new float[Math.toIntExact(to.pixels() * picture.channels())];
        for (int y = 0; y < to.height(); y++) {
            System.arraycopy(resampling.row(picture, y).values(), 0, values, y * row, row);
        }
        return new Pixels(to.width(), to.height(), picture.channels(), values);
    }
}
