package io.unveil.inference;

import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;

/** What tiles are read from: a picture, or values that no file holds, such as those of unclipped noise. */
public interface Source {
    Size size();

    /** 1 for gray, 3 for RGB. */
    int channels();

    /** The rectangle with its upper left corner at (x, y). */
    Pixels region(int x, int y, int width, int height);

    /** All of it. */
    default Pixels pixels() {
        return region(0, 0, size().width(), size().height());
    }

    static Source of(Picture picture) {
        return new Source() {
            @Override
            public Size size() {
                return picture.size();
            }

            @Override
            public int channels() {
                return picture.channels();
            }

            @Override
            public Pixels region(int x, int y, int width, int height) {
                return picture.region(x, y, width, height);
            }
        };
    }

    static Source of(Pixels pixels) {
        return new Source() {
            @Override
            public Size size() {
                return pixels.size();
            }

            @Override
            public int channels() {
                return pixels.channels();
            }

            @Override
            public Pixels region(int x, int y, int width, int height) {
                int row = width * pixels.channels();
                float[] values = new float[row * height];
                for (int j = 0; j < height; j++) {
                    int from = ((y + j) * pixels.width() + x) * pixels.channels();
                    System.arraycopy(pixels.values(), from, values, j * row, row);
                }
                return new Pixels(width, height, pixels.channels(), values);
            }
        };
    }
}
