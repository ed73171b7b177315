package io.unveil.data;

import io.unveil.image.Size;
import java.util.Optional;

/**
 * Resizes a picture to the area of a square of this side, proportions kept: what it shows has one size, however large
 * the photograph was. Levels are rounded.
 */
record Area(int side) implements Transform.Fixed {
    @Override
    public Size size(Size in) {
        return in.ofArea((long) side * side);
    }

    /** Any size is allowed. */
    @Override
    public Optional<Size> smallest() {
        return Optional.of(new Size(1, 1));
    }

    @Override
    public Example apply(Example in) {
        return in.resized(size(in.size()));
    }
}
