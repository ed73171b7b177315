package io.unveil.autoencoder.layer;

import io.unveil.text.Words;

/** What a convolution reads where its window reaches past the picture. */
public enum PaddingMode {
    /** Zeros. */
    ZERO,
    /** The picture mirrored at its outermost pixels, which are not repeated: c b | a b c | b a. */
    REFLECT,
    /** The outermost pixels over and over: a a | a b c | c c. */
    REPLICATE,
    /** The opposite side: b c | a b c | a b. */
    CIRCULAR;

    /** Its name in recipes, which is the engine's name too. */
    String word() {
        return Words.of(this);
    }

    /** As part of {@link Layer#distinction}; empty for zeros, the usual mode. */
    String words() {
        return this == ZERO ? "" : "border " + word();
    }

    /** Throws {@link Layer.DoesNotClose} where a side is too short to be continued by this padding. */
    void check(int side, int padding, String which) {
        if (padding > most(side)) {
            throw new Layer.DoesNotClose("a %s of %d has at most %d positions of %s border, padding is %d"
                    .formatted(which, side, most(side), word(), padding));
        }
    }

    private int most(int side) {
        return switch (this) {
            case REFLECT -> side - 1;
            case CIRCULAR -> side;
            case ZERO, REPLICATE -> Integer.MAX_VALUE;
        };
    }
}
