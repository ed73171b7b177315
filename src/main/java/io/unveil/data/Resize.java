package io.unveil.data;

import io.unveil.image.Size;
import io.unveil.image.Taps;
import java.util.Optional;

/** Resizes a picture by {@link io.unveil.image.Resampling} and rounds to whole levels. */
record Resize(Size to) implements Transform.Fixed {
    @Override
    public Size size(Size in) {
        return to;
    }

    /** Any size is allowed. */
    @Override
    public Optional<Size> smallest() {
        return Optional.of(new Size(1, 1));
    }

    @Override
    public Example apply(Example in) {
        Taps across = Taps.of(in.size().width(), to.width());
        Taps down = Taps.of(in.size().height(), to.height());
        return in.drawn(to, in.channels(), (x, y, channel) ->
                (int) Math.round(down.sum(y, row -> across.sum(x, column -> in.level(column, row, channel)))));
    }
}
