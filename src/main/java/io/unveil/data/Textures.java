package io.unveil.data;

import io.unveil.degradation.TextureSource;
import io.unveil.image.Pixels;
import io.unveil.image.Size;

/**
 * Texture of normal pictures: pieces from any place of them.
 *
 * @param set what they are cut from
 */
public record Textures(Dataset set) {
    /** Of the same picture a piece is seldom taken far from the angle in which it lies. */
    private static final double OWN_TURN = 0.1;

    private static final double OWN_STRETCH = 1.5;
    private static final double OTHER_STRETCH = 2;

    /** Pieces of one of the pictures. */
    public TextureSource of(int index) {
        return (size, draws) -> {
            double turn = draws.chance(.5) ? OWN_TURN : Math.PI;
            Example from = set.example(index);
            return cut(from, size, Piece.somewhere(from.size(), turn, OWN_STRETCH, draws));
        };
    }

    /** Pieces of all of them. */
    public TextureSource any() {
        return (size, draws) -> {
            Example from = set.example(draws.below(set.count()));
            return cut(from, size, Piece.somewhere(from.size(), Math.PI, OTHER_STRETCH, draws));
        };
    }

    private static Pixels cut(Example from, Size size, Piece piece) {
        return from.with(size, from.channels(), piece.cut(from, size)).pixels();
    }
}
