package io.unveil.data;

import io.unveil.degradation.Draws;
import io.unveil.image.Size;
import java.util.Optional;

/**
 * Cuts out a rectangle at a drawn place of a picture that may be smaller, which is then mirrored beyond its border;
 * some of them a little turned and stretched, as things lie that are put under a camera by hand.
 *
 * @param degrees turned by at most so much, either way
 * @param stretch each axis stretched or shrunk by at most this factor
 * @param share of the rectangles that are turned and stretched, 0 to 1
 */
record LooseCrop(Size cut, double degrees, double stretch, double share) implements Transform.Random {
    @Override
    public Size size(Size in) {
        return cut;
    }

    /** Any picture will do. */
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
