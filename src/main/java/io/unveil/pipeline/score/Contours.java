package io.unveil.pipeline.score;

import io.unveil.image.Pixels;

/**
 * The regions in which a map reaches a limit, and their outlines: one pixel wide on small pictures, wider on large
 * ones.
 *
 * @param raw one channel, of the size of the picture
 * @param reach width of an outline, in pixels
 */
record Contours(Pixels raw, double limit, int reach) {
    private static final int PIXELS_TO_ONE_OF_RIM = 400;

    static Contours of(Pixels raw, double limit) {
        return new Contours(raw, limit, Math.max(1, Math.min(raw.width(), raw.height()) / PIXELS_TO_ONE_OF_RIM));
    }

    /** Row y: 1 inside a region, 0 outside. */
    Pixels inside(int y) {
        float[] values = new float[raw.width()];
        for (int x = 0; x < values.length; x++) {
            values[x] = within(x, y) ? 1 : 0;
        }
        return new Pixels(raw.width(), 1, 1, values);
    }

    /** The outlines in row y, white over that row of a picture of three channels. */
    Pixels over(int y, Pixels row) {
        float[] values = row.values().clone();
        for (int x = 0; x < raw.width(); x++) {
            if (isRim(x, y)) {
                values[3 * x] = 1;
                values[3 * x + 1] = 1;
                values[3 * x + 2] = 1;
            }
        }
        return new Pixels(row.width(), 1, 3, values);
    }

    private boolean isRim(int x, int y) {
        return within(x, y)
                && !(within(x - reach, y) && within(x + reach, y) && within(x, y - reach) && within(x, y + reach));
    }

    private boolean within(int x, int y) {
        int column = Math.max(0, Math.min(raw.width() - 1, x));
        int row = Math.max(0, Math.min(raw.height() - 1, y));
        return raw.values()[row * raw.width() + column] >= limit;
    }
}
