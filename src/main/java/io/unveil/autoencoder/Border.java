package io.unveil.autoencoder;

import java.util.Locale;

/** What a convolution reads where its window reaches past the picture. */
public enum Border {
    /** Zeros. */
    ZERO {
        @Override
        void check(int side, int padding, String which) {} // there is no end of zeros
    },
    /** The picture mirrored at its outermost pixels, which are not repeated: c b | a b c | b a. */
    REFLECT {
        @Override
        void check(int side, int padding, String which) {
            refuse(padding >= side, padding, side, which);
        }
    },
    /** The outermost pixels over and over: a a | a b c | c c. */
    REPLICATE {
        @Override
        void check(int side, int padding, String which) {} // there is always an outermost pixel
    },
    /** The opposite side: b c | a b c | a b. */
    CIRCULAR {
        @Override
        void check(int side, int padding, String which) {
            refuse(padding > side, padding, side, which);
        }
    };

    /** Its name in recipes, which is the engine's name too. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Throws {@link Layer.DoesNotClose} where a side is too short for this padding. */
    abstract void check(int side, int padding, String which);

    void refuse(boolean tooShort, int padding, int side, String which) {
        if (tooShort) {
            throw new Layer.DoesNotClose(
                    "%s padding of %d asks for more than a %s of %d".formatted(word(), padding, which, side));
        }
    }
}
