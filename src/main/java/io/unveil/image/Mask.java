package io.unveil.image;

import java.util.BitSet;

/** Which pixels of a picture are to be filled: the hole. Immutable; a bit a pixel. */
public final class Mask {
    /** Tells whether a pixel belongs to the hole. */
    @FunctionalInterface
    public interface Test {
        boolean at(int x, int y);
    }

    private final Size size;
    private final BitSet holes; // row by row

    private Mask(Size size, BitSet holes) {
        this.size = size;
        this.holes = holes;
    }

    /** The pixels that a test picks. */
    public static Mask of(Size size, Test hole) {
        BitSet holes = new BitSet(Math.toIntExact(size.pixels()));
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                holes.set(y * size.width() + x, hole.at(x, y));
            }
        }
        return new Mask(size, holes);
    }

    public Size size() {
        return size;
    }

    /** Whether a pixel is to be filled. */
    public boolean at(int x, int y) {
        return holes.get(y * size.width() + x);
    }

    /** How many pixels are to be filled. */
    public long count() {
        return holes.cardinality();
    }
}
