package io.unveil.data;

import io.unveil.image.Pixels;
import io.unveil.image.Standardising;

/** Sets a picture to one brightness and contrast by {@link Standardising}, and rounds to whole levels. */
record Standardise() implements Transform.Fixed {
    @Override
    public Example apply(Example in) {
        Pixels pixels = in.pixels();
        return in.with(
                in.size(),
                in.channels(),
                Example.inEightBits(Standardising.of(pixels).apply(pixels)));
    }
}
