package io.unveil.image.codec;

import io.unveil.image.Size;

/**
 * How the stored rows and columns lie in the picture as it is looked at: the eight values of the Exif tag 274 (Exif
 * 2.32, 4.6.4 A). Values 5 to 8 swap width and height.
 */
record Orientation(int value) {
    static final Orientation UPRIGHT = new Orientation(1);

    /** Of what a file says; what is none of the eight values counts as upright. */
    static Orientation of(long value) {
        return value >= 1 && value <= 8 ? new Orientation((int) value) : UPRIGHT;
    }

    boolean swapsSides() {
        return value >= 5;
    }

    private boolean mirrorsColumns() {
        return value == 2 || value == 3 || value == 7 || value == 8;
    }

    private boolean mirrorsRows() {
        return value == 3 || value == 4 || value == 6 || value == 7;
    }

    Size apply(Size stored) {
        return swapsSides() ? new Size(/* width= */ stored.height(), /* height= */ stored.width()) : stored;
    }

    /** The interleaved samples of a stored picture in the order in which they are looked at. */
    short[] apply(short[] samples, Size stored, int channels) {
        if (value == 1) {
            return samples;
        }
        Size upright = apply(stored);
        short[] turned = new short[samples.length];
        int to = 0;
        for (int y = 0; y < upright.height(); y++) {
            for (int x = 0; x < upright.width(); x++, to += channels) {
                int column = swapsSides() ? y : x;
                int row = swapsSides() ? x : y;
                int from = (mirrorsRows() ? stored.height() - 1 - row : row) * stored.width()
                        + (mirrorsColumns() ? stored.width() - 1 - column : column);
                System.arraycopy(samples, from * channels, turned, to, channels);
            }
        }
        return turned;
    }
}
