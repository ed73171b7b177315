package io.unveil.image;

import java.util.Arrays;

/** A picture under construction, into which others are pasted. Not thread-safe. */
public final class Collage {
    private final int width;
    private final int height;
    private final int channels;
    private final float[] values;

    private Collage(int width, int height, int channels, float[] values) {
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.values = values;
    }

    /** A white picture. */
    public static Collage white(int width, int height, int channels) {
        float[] values = new float[width * height * channels];
        Arrays.fill(values, 1);
        return new Collage(width, height, channels, values);
    }

    /** A copy of these pixels, to paste others over. */
    public static Collage over(Pixels pixels) {
        return new Collage(
                pixels.width(),
                pixels.height(),
                pixels.channels(),
                pixels.values().clone());
    }

    /**
     * Pastes a part at a place; a gray part goes into all channels.
     *
     * @throws IllegalArgumentException if it reaches out of the picture, or has other channels
     */
    public void put(Pixels part, int left, int top) {
        if (left < 0 || top < 0 || left + part.width() > width || top + part.height() > height) {
            throw new IllegalArgumentException("%s pixels at %d, %d do not lie within %d x %d pixels"
                    .formatted(part.size(), left, top, width, height));
        }
        if (part.channels() != channels && part.channels() != 1) {
            throw new IllegalArgumentException("%d channels do not go into %d".formatted(part.channels(), channels));
        }
        for (int y = 0; y < part.height(); y++) {
            int to = ((top + y) * width + left) * channels;
            int from = y * part.width() * part.channels();
            if (part.channels() == channels) {
                System.arraycopy(part.values(), from, values, to, part.width() * channels);
            } else {
                for (int i = 0; i < part.width() * channels; i++) {
                    values[to + i] = part.values()[from + i / channels];
                }
            }
        }
    }

    /** A copy of the present state; later parts do not change it. */
    public Pixels pixels() {
        return new Pixels(width, height, channels, values.clone());
    }
}
