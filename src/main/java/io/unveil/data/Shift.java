package io.unveil.data;

import io.unveil.degradation.Draws;
import io.unveil.image.Size;

/**
 * Moves a picture by whole pixels, across and down each drawn evenly from -pixels to pixels. A picture of height or
 * width 1 is not moved along that axis. y(i, j) = x(i - down, j - across).
 *
 * @param fill what comes in from beyond the border of the picture of the picture
 */
record Shift(int pixels, BorderMode fill) implements Transform.Random {
    @Override
    public Example inTraining(Example in, Draws draws) {
        Size size = in.size();
        int across = drawn(draws, size.width());
        int down = drawn(draws, size.height());
        return in.drawn(size, in.channels(), (x, y, channel) -> fill.level(in, x - across, y - down, channel));
    }

    private int drawn(Draws draws, int side) {
        int drawn = draws.below(2 * pixels + 1) - pixels;
        return side == 1 ? 0 : drawn;
    }
}
