package io.unveil.image;

import java.util.Optional;

/** Paints over some pixels of a picture; all others stay as they are, bit for bit. */
public final class Retouching {
    private final Picture before;
    private final short[] samples;
    private final Optional<short[]> opaque;

    /** @param opaque whether painted pixels become opaque, where the picture has alpha */
    public Retouching(Picture before, boolean opaque) {
        this.before = before;
        this.samples = before.samples().clone();
        this.opaque = opaque ? before.alpha().map(short[]::clone) : Optional.empty();
    }

    /**
     * Paints a rectangle over.
     *
     * @param paint as large as the rectangle, in the picture's channels; clipped to [0, 1] and rounded to the depth
     * @param weights as large, one channel: 0 leaves a pixel as it is, 1 covers it, values between mix the two
     */
    public void paint(Rectangle place, Pixels paint, Pixels weights) {
        int channels = before.channels();
        for (int y = 0; y < place.height(); y++) {
            int pixel = (place.y() + y) * before.size().width() + place.x();
            for (int x = 0; x < place.width(); x++, pixel++) {
                int from = y * place.width() + x;
                float weight = weights.values()[from];
                if (weight > 0) {
                    for (int c = 0; c < channels; c++) {
                        mix(samples, pixel * channels + c, paint.values()[from * channels + c], weight);
                    }
                    int at = pixel;
                    opaque.ifPresent(alpha -> mix(alpha, at, 1, weight));
                }
            }
        }
    }

    private void mix(short[] levels, int at, float value, float weight) {
        int white = before.depth().white();
        float level = Math.min(1f, Math.max(0f, value)) * white;
        int old = Short.toUnsignedInt(levels[at]);
        levels[at] = (short) Math.round(old + weight * (level - old));
    }

    /** The result; call it once, after all painting. */
    public Picture picture() {
        return new Picture(
                before.size(), before.channels(), before.depth(), samples, opaque.or(before::alpha), before.origin());
    }
}
