package io.unveil.image;

/**
 * Samples to reckon with: rows of pixels, channels interleaved, 0 black and 1 white. Values may lie outside [0, 1], as those of
 * unclipped noise do. The array is not copied and must not be changed by whoever receives it.
 */
public record Pixels(int width, int height, int channels, float[] values) implements Source {
    public Pixels {
        if ((long) width * height * channels != values.length) {
            throw new IllegalArgumentException("%d x %d pixels of %d channels need %d values, there are %d"
                    .formatted(width, height, channels, (long) width * height * channels, values.length));
        }
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
