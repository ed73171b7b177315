package io.unveil.pipeline;

import io.unveil.image.Pixels;

/**
 * The rims of regions, a pixel wide on small pictures and wider on large ones.
 *
 * @param regions 1 within, 0 beside them
 */
record Outline(Pixels regions) {
    private static final int PIXELS_TO_ONE_OF_RIM = 400;

    static Outline of(Pixels regions) {
        return new Outline(regions);
    }

    /** White over a picture of three channels. */
    Pixels over(Pixels picture) {
        int reach = Math.max(1, Math.min(regions.width(), regions.height()) / PIXELS_TO_ONE_OF_RIM);
        float[] values = picture.values().clone();
        for (int y = 0; y < regions.height(); y++) {
            for (int x = 0; x < regions.width(); x++) {
                if (isRim(x, y, reach)) {
                    int at = 3 * (y * regions.width() + x);
                    values[at] = 1;
                    values[at + 1] = 1;
                    values[at + 2] = 1;
                }
            }
        }
        return new Pixels(picture.width(), picture.height(), 3, values);
    }

    private boolean isRim(int x, int y, int reach) {
        return within(x, y)
                && !(within(x - reach, y) && within(x + reach, y) && within(x, y - reach) && within(x, y + reach));
    }

    private boolean within(int x, int y) {
        int column = Math.max(0, Math.min(regions.width() - 1, x));
        int row = Math.max(0, Math.min(regions.height() - 1, y));
        return regions.values()[row * regions.width() + column] > 0;
    }
}
