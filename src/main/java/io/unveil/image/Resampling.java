package io.unveil.image;

/**
 * Resizes pictures from one size to another, each axis separately. Where an axis shrinks, a pixel is the mean over the
 * area that it covers; where it grows, a pixel is interpolated linearly between the two nearest centres.
 *
 * @param across the taps along a row
 * @param down the taps along a column
 */
public record Resampling(Taps across, Taps down) {
    public static Resampling between(Size from, Size to) {
        return new Resampling(Taps.of(from.width(), to.width()), Taps.of(from.height(), to.height()));
    }

    /** Row y of the result, as pixels of height 1; reads only the picture's rows that it needs. */
    public Pixels row(Source picture, int y) {
        int channels = picture.channels();
        double[] line = line(picture, y);
        float[] row = new float[across.places() * channels];
        for (int x = 0; x < across.places(); x++) {
            int start = across.first(x) * channels;
            for (int channel = 0; channel < channels; channel++) {
                double sum = 0;
                for (int k = 0; k < across.count(x); k++) {
                    sum += across.weight(x, k) * line[start + k * channels + channel];
                }
                row[x * channels + channel] = (float) sum;
            }
        }
        return new Pixels(across.places(), 1, channels, row);
    }

    /** Row y of the result, still as wide as the picture. */
    private double[] line(Source picture, int y) {
        float[] strip = picture.region(0, down.first(y), picture.size().width(), down.count(y))
                .values();
        double[] line = new double[picture.size().width() * picture.channels()];
        for (int k = 0; k < down.count(y); k++) {
            double weight = down.weight(y, k);
            for (int i = 0; i < line.length; i++) {
                line[i] += weight * strip[k * line.length + i];
            }
        }
        return line;
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
