package io.unveil.image;

/**
 * Values that can be read piece by piece, 0 black and 1 white: a picture with whole levels, or {@link Pixels}, whose
 * values may lie outside [0, 1]. So a large picture is cleaned and measured without being in memory as floats.
 */
public sealed interface Source permits Picture, Pixels, CroppedSource {
    Size size();

    /** 1 for gray, 3 for RGB. */
    int channels();

    /** The rectangle with its upper left corner at (x, y). */
    Pixels region(int x, int y, int width, int height);

    /** The same of a rectangle. */
    default Pixels region(Rectangle part) {
        return region(part.x(), part.y(), part.width(), part.height());
    }

    /** A rectangle as a source of its own, without a copy. */
    default Source part(Rectangle part) {
        return new CroppedSource(this, part);
    }

    /** All of it. */
    default Pixels pixels() {
        return region(0, 0, size().width(), size().height());
    }
}
