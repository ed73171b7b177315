package io.unveil.data;

import io.unveil.degradation.Draws;
import io.unveil.image.Size;

/** Turns and mirrors a square in one of the eight ways that leave it a square, each equally likely. */
record Symmetries() implements Transform.Random {
    @Override
    public Size size(Size in) {
        if (in.width() != in.height()) {
            throw new UnusableData("symmetries need squares, not %s: crop before, or use flip".formatted(in));
        }
        return in;
    }

    @Override
    public Example inTraining(Example in, Draws draws) {
        int way = draws.below(8);
        int last = in.size().width() - 1;
        return in.drawn(in.size(), in.channels(), (x, y, channel) -> {
            int across = (way & 1) == 0 ? x : last - x;
            int down = (way & 2) == 0 ? y : last - y;
            return (way & 4) == 0 ? in.level(across, down, channel) : in.level(down, across, channel);
        });
    }
}
