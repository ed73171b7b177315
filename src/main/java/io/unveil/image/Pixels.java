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
}
