package io.unveil.image;

import java.util.Arrays;

/**
 * Samples as floating-point values: rows of pixels, channels interleaved, 0 black and 1 white. Values may lie outside
 * [0, 1], for example with unclipped noise. The array is not copied, and receivers must not change it.
 */
public record Pixels(int width, int height, int channels, float[] values) implements Source {
    public Pixels {
        if ((long) width * height * channels != values.length) {
            throw new IllegalArgumentException("%d x %d pixels of %d channels need %d values, there are %d"
                    .formatted(width, height, channels, (long) width * height * channels, values.length));
        }
    }

    /** One channel of one value. */
    public static Pixels constant(Size size, float value) {
        float[] values = new float[Math.toIntExact(size.pixels())];
        Arrays.fill(values, value);
        return new Pixels(size.width(), size.height(), 1, values);
    }

    /** Every sample minus a constant. */
    public Pixels less(float constant) {
        float[] lower = values.clone();
        for (int i = 0; i < lower.length; i++) {
            lower[i] -= constant;
        }
        return new Pixels(width, height, channels, lower);
    }

    /** Every sample minus the sample of other pixels of the same size and channels. */
    public Pixels less(Pixels others) {
        if (!size().equals(others.size()) || channels != others.channels) {
            throw new IllegalArgumentException("%s in %d channels cannot be subtracted from %s in %d"
                    .formatted(others.size(), others.channels, size(), channels));
        }
        float[] lower = values.clone();
        for (int i = 0; i < lower.length; i++) {
            lower[i] -= others.values[i];
        }
        return new Pixels(width, height, channels, lower);
    }

    /** These channels, then those of pixels of the same size. */
    public Pixels beside(Pixels other) {
        if (!size().equals(other.size())) {
            throw new IllegalArgumentException("%s and %s do not go together".formatted(size(), other.size()));
        }
        int all = channels + other.channels;
        float[] both = new float[width * height * all];
        for (int i = 0; i < width * height; i++) {
            System.arraycopy(values, i * channels, both, i * all, channels);
            System.arraycopy(other.values, i * other.channels, both, i * all + channels, other.channels);
        }
        return new Pixels(width, height, all, both);
    }

    @Override
    public Size size() {
        return new Size(width, height);
    }

    @Override
    public Pixels region(int x, int y, int width, int height) {
        int row = width * channels;
        float[] part = new float[row * height];
        for (int j = 0; j < height; j++) {
            System.arraycopy(values, ((y + j) * this.width + x) * channels, part, j * row, row);
        }
        return new Pixels(width, height, channels, part);
    }

    @Override
    public Pixels pixels() {
        return this;
    }

    /** In one channel, colours by the luma of Rec. 601, .299 R + .587 G + .114 B. */
    public Pixels inGray() {
        if (channels == 1) {
            return this;
        }
        float[] luma = new float[width * height];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = 0.299f * values[3 * i] + 0.587f * values[3 * i + 1] + 0.114f * values[3 * i + 2];
        }
        return new Pixels(width, height, 1, luma);
    }
}
