package io.unveil.data;

import io.unveil.degradation.defect.TextureSource;
import io.unveil.image.Pixels;
import io.unveil.image.Size;

/**
 * Texture of normal pictures: pieces cut from any place.
 *
 * @param set what they are cut from
 */
public record Textures(Dataset set) {
    /** A piece of the same picture is seldom turned far. */
    private static final double OWN_TURN = 0.1;

    private static final double OWN_STRETCH = 1.5;
    private static final double OTHER_STRETCH = 2;

    /** Pieces of one picture, for use in the same picture. */
    public TextureSource of(int index) {
        return (size, draws) -> own(set.example(index)).piece(size, draws);
    }

    /** Pieces of all pictures, for use in any of them. */
    public TextureSource any() {
        return (size, draws) -> other(set.example(draws.below(set.count()))).piece(size, draws);
    }

    /** Pieces of a picture for use in the same picture: half of them nearly upright, the others at any angle. */
    public static TextureSource own(Example picture) {
        return (size, draws) -> {
            double turn = draws.chance(.5) ? OWN_TURN : Math.PI;
            return cut(picture, size, Piece.somewhere(picture.size(), turn, OWN_STRETCH, draws));
        };
    }

    /** Pieces of a picture for use in another: at any angle. */
    public static TextureSource other(Example picture) {
        return (size, draws) -> cut(picture, size, Piece.somewhere(picture.size(), Math.PI, OTHER_STRETCH, draws));
    }

    private static Pixels cut(Example from, Size size, Piece piece) {
        return from.with(size, from.channels(), piece.cut(from, size)).pixels();
    }
}
