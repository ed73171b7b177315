package io.unveil.filling;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import java.util.Arrays;
import java.util.Optional;

/**
 * The part of a picture that a fill looks at: the bounds of its hole and a margin around them, cut out. Anything
 * further off costs no time.
 *
 * @param left first column of the part in the picture
 * @param top first row
 * @param part a copy, to be overwritten
 * @param hole row by row, whether a pixel of the part is missing
 */
record HoleWindow(int left, int top, Pixels part, boolean[] hole) {
    static final float MID_GRAY = .5f; // used where nothing is known

    /** Empty where the mask is. */
    static Optional<HoleWindow> around(Pixels picture, Mask mask, int margin) {
        if (!mask.size().equals(picture.size())) {
            throw new IllegalArgumentException(
                    "the mask is %s pixels, the picture %s".formatted(mask.size(), picture.size()));
        }
        return mask.bounds().map(bounds -> cut(picture, bounds.grown(margin, picture.size()), mask, bounds));
    }

    /** A window on an area of the picture; its hole is the part of the mask within another area. */
    static HoleWindow cut(Pixels picture, Rectangle area, Mask mask, Rectangle within) {
        Pixels part = picture.region(area.x(), area.y(), area.width(), area.height());
        return new HoleWindow(area.x(), area.y(), part, marks(area, mask, within));
    }

    /** Row by row, which pixels of an area belong to the hole within another area. */
    static boolean[] marks(Rectangle area, Mask mask, Rectangle within) {
        boolean[] marks = new boolean[area.width() * area.height()];
        for (int y = Math.max(area.y(), within.y()); y < Math.min(area.bottom(), within.bottom()); y++) {
            for (int x = Math.max(area.x(), within.x()); x < Math.min(area.right(), within.right()); x++) {
                marks[(y - area.y()) * area.width() + x - area.x()] = mask.at(x, y);
            }
        }
        return marks;
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

    /** Values to fill with where nothing is known. */
    float[] gray() {
        float[] gray = new float[values().length];
        Arrays.fill(gray, MID_GRAY);
        return gray;
    }

    Pyramid pyramid(Interruption interruption) {
        return new Pyramid(hole, width(), height(), channels(), interruption);
    }

    /** The picture with the hole's pixels taken from these values of the part. */
    Pixels into(Pixels picture, float[] filled) {
        Pixels copy = new Pixels(
                picture.width(),
                picture.height(),
                picture.channels(),
                picture.values().clone());
        write(filled, copy);
        return copy;
    }

    /** Writes the hole's pixels of these values of the part where they belong in a picture. */
    void write(float[] filled, Pixels picture) {
        int channels = channels();
        for (int i = 0; i < hole.length; i++) {
            if (hole[i]) {
                int at = ((top + i / width()) * picture.width() + left + i % width()) * channels;
                System.arraycopy(filled, i * channels, picture.values(), at, channels);
            }
        }
    }
}
