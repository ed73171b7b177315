package io.unveil.data;

import io.unveil.degradation.Draws;
import io.unveil.image.Size;
import java.util.Optional;

/**
 * Cuts out a rectangle at a random place. A picture that is smaller is mirrored beyond its border. Some rectangles are
 * turned and stretched a little, like things that a person puts under a camera.
 *
 * @param degrees largest turn, either way
 * @param stretch largest factor by which each axis is stretched or shrunk
 * @param share of the rectangles that are turned and stretched, 0 to 1
 */
record LooseCrop(Size cut, double degrees, double stretch, double share) implements Transform.Random {
    @Override
    public Size size(Size in) {
        return cut;
    }

    /** Any size is allowed. */
    @Override
    public Optional<Size> smallest() {
        return Optional.of(new Size(1, 1));
    }

    @Override
    public Example inTraining(Example in, Draws draws) {
        boolean loose = draws.chance(share);
        Piece piece = Piece.within(in.size(), cut, loose ? Math.toRadians(degrees) : 0, loose ? stretch : 1, draws);
        Piece even = loose ? piece : piece.onPixels(cut);
        return in.with(cut, in.channels(), even.cut(in, cut));
    }
}
