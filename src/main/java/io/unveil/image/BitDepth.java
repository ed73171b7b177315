package io.unveil.image;

/** How many levels one sample of a file has. */
public enum BitDepth {
    EIGHT(8),
    SIXTEEN(16);

    private final int bits;

    BitDepth(int bits) {
        this.bits = bits;
    }

    public int bits() {
        return bits;
    }

    /** The level of white: 255 or 65535. */
    public int white() {
        return (1 << bits) - 1;
    }
}
