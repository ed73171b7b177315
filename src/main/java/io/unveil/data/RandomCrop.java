package io.unveil.data;

import io.unveil.degradation.Draws;
import io.unveil.image.Size;
import java.util.Optional;

/** Cuts out a rectangle at a random place, every place equally likely; in measuring the rectangle in the middle. */
record RandomCrop(Size cut) implements Transform.Random {
    @Override
    public Size size(Size in) {
        return MiddleCrop.fitting(cut, in);
    }

    @Override
    public Optional<Size> smallest() {
        return Optional.of(cut);
    }

    @Override
    public Example inTraining(Example in, Draws draws) {
        int left = draws.below(in.size().width() - cut.width() + 1);
        int top = draws.below(in.size().height() - cut.height() + 1);
        return in.crop(left, top, cut);
    }

    @Override
    public Example inMeasuring(Example in) {
        return new MiddleCrop(cut).apply(in);
    }
}
