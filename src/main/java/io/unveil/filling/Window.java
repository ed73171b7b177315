package io.unveil.filling;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import java.util.Arrays;
import java.util.Optional;

/**
 * The part of a picture that a fill looks at: the bounds of its hole and a margin around them, cut out. What lies further off costs nothing.
 *
 * @param left first column of the part in the picture
 * @param top first row
 * @param part a copy, to be overwritten
 * @param hole row by row, whether a pixel of the part is to be filled
 */
record Window(int left, int top, Pixels part, boolean[] hole) {
    static final float MID_GRAY = .5f; // where nothing at all is known

    /** Empty where the mask is. */
    static Optional<Window> around(Pixels picture, Mask mask, int margin) {
        if (!mask.size().equals(picture.size())) {
            throw new IllegalArgumentException(
                    "the mask is %s pixels, the picture %s".formatted(mask.size(), picture.size()));
        }
        int left = picture.width();
        int right = -1;
        int top = picture.height();
        int bottom = -1;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (mask.at(x, y)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        if (bottom < 0) {
            return Optional.empty();
        }
        left = Math.max(0, left - margin);
        top = Math.max(0, top - margin);
        int width = Math.min(picture.width(), right + margin + 1) - left;
        int height = Math.min(picture.height(), bottom + margin + 1) - top;
        return Optional.of(
                new Window(left, top, picture.region(left, top, width, height), holes(mask, left, top, width, height)));
    }

    private static boolean[] holes(Mask mask, int left, int top, int width, int height) {
        boolean[] hole = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                hole[y * width + x] = mask.at(left + x, top + y);
            }
        }
        return hole;
    }

    int width() {
        return part.width();
    }

    int height() {
        return part.height();
    }

    int channels() {
        return part.channels();
    }

    /** Values of the part, row by row, channels interleaved. */
    float[] values() {
        return part.values();
    }

    /** Whether any of its pixels is. */
    boolean known() {
        for (boolean missing : hole) {
            if (!missing) {
                return true;
            }
        }
        return false;
    }

    /** Values to fill it with where nothing is known. */
    float[] gray() {
        float[] gray = new float[values().length];
        Arrays.fill(gray, MID_GRAY);
        return gray;
    }

    Pyramid pyramid() {
        return new Pyramid(hole, width(), height(), channels());
    }

    /** The picture with the hole's pixels taken from these values of the part. */
    Pixels into(Pixels picture, float[] filled) {
        float[] values = picture.values().clone();
        int channels = picture.channels();
        for (int i = 0; i < hole.length; i++) {
            if (hole[i]) {
                int at = ((top + i / width()) * picture.width() + left + i % width()) * channels;
                System.arraycopy(filled, i * channels, values, at, channels);
            }
        }
        return new Pixels(picture.width(), picture.height(), channels, values);
    }
}
