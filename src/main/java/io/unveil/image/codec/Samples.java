package io.unveil.image.codec;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import java.util.Optional;

/** A stored picture under construction: colour and alpha separately, unsigned levels of one depth. */
final class Samples {
    private final Size size;
    private final int channels;
    private final BitDepth depth;
    private final short[] colour;
    private final short[] alpha; // of no length if there is none

    /** @param channels 1 for gray, 3 for RGB; alpha is not counted */
    Samples(Size size, int channels, boolean hasAlpha, BitDepth depth) {
        this.size = size;
        this.channels = channels;
        this.depth = depth;
        this.colour = new short[Math.toIntExact(size.pixels() * channels)];
        this.alpha = new short[hasAlpha ? Math.toIntExact(size.pixels()) : 0];
    }

    /** Takes the levels of one pixel, colour first, then alpha if there is any. */
    void put(int pixel, int[] levels, int from) {
        int to = pixel * channels;
        for (int channel = 0; channel < channels; channel++) {
            colour[to + channel] = (short) levels[from + channel];
        }
        if (alpha.length > 0) {
            alpha[pixel] = (short) levels[from + channels];
        }
    }

    Picture picture(Format format, Orientation orientation, Optional<byte[]> profile) {
        Optional<short[]> opacity =
                alpha.length > 0 ? Optional.of(orientation.apply(alpha, size, 1)) : Optional.empty();
        return new Picture(
                orientation.apply(size),
                channels,
                depth,
                orientation.apply(colour, size, channels),
                opacity,
                profile.flatMap(bytes -> IccProfile.fitting(bytes, channels)),
                format);
    }
}
