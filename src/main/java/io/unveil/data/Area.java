package io.unveil.data;

import io.unveil.image.Size;
import java.util.Optional;

/**
 * Brings a picture to the area of a square of so many pixels a side, its proportions kept, so that what is to be seen
 * on it is of one size however large the photograph; rounds to whole levels.
 */
record Area(int side) implements Transform.Fixed {
    @Override
    public Size size(Size in) {
        return in.ofArea((long) side * side);
    }

    /** Any picture will do. */
    @Override
    public Optional<Size> smallest() {
        return Optional.of(new Size(1, 1));
    }

    @Override
    public Example apply(Example in) {
        return in.resized(size(in.size()));
    }
}
