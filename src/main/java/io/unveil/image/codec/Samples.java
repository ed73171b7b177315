package io.unveil.image.codec;

import io.unveil.image.BitDepth;
import io.unveil.image.Origin;
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
    private Optional<FloatScale> floats = Optional.empty();

    /** @param channels 1 for gray, 3 for RGB; alpha is not counted */
    Samples(Size size, int channels, boolean hasAlpha, BitDepth depth) {
        this.size = size;
        this.channels = channels;
        this.depth = depth;
        this.colour = new short[Math.toIntExact(size.pixels() * channels)];
        this.alpha = new short[hasAlpha ? Math.toIntExact(size.pixels()) : 0];
    }

    /** Remembers which floating point numbers the levels stand for. */
    void standFor(Optional<FloatScale> scale) {
        floats = scale;
    }

    Size size() {
        return size;
    }

    int channels() {
        return channels;
    }

    BitDepth depth() {
        return depth;
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

    /** Takes one level of a pixel; the band behind the colours is alpha. */
    void put(int pixel, int band, int level) {
        if (band < channels) {
            colour[pixel * channels + band] = (short) level;
        } else {
            alpha[pixel] = (short) level;
        }
    }

    /** Takes a row of pixels. */
    void putRow(int y, int[] levels, int bands) {
        for (int x = 0; x < size.width(); x++) {
            put(y * size.width() + x, levels, x * bands);
        }
    }

    /** The level of one sample of colour. */
    int level(int x, int y, int channel) {
        return Short.toUnsignedInt(colour[(y * size.width() + x) * channels + channel]);
    }

    /** The red, green, blue and alpha of one pixel; gray is three times the same, opaque where there is no alpha. */
    void get(int x, int y, int[] rgba) {
        int pixel = y * size.width() + x;
        for (int c = 0; c < 3; c++) {
            rgba[c] = Short.toUnsignedInt(colour[pixel * channels + (channels == 1 ? 0 : c)]);
        }
        rgba[3] = alpha.length > 0 ? Short.toUnsignedInt(alpha[pixel]) : depth.white();
    }

    Samples copy() {
        Samples copy = new Samples(size, channels, alpha.length > 0, depth);
        System.arraycopy(colour, 0, copy.colour, 0, colour.length);
        System.arraycopy(alpha, 0, copy.alpha, 0, alpha.length);
        return copy;
    }

    boolean isGray() {
        for (int i = 0; channels == 3 && i < colour.length; i += 3) {
            if (colour[i] != colour[i + 1] || colour[i] != colour[i + 2]) {
                return false;
            }
        }
        return true;
    }

    boolean isOpaque() {
        for (short opacity : alpha) {
            if (Short.toUnsignedInt(opacity) != depth.white()) {
                return false;
            }
        }
        return true;
    }

    /** The same with one channel of its colours where they are gray, and without its alpha where it is opaque. */
    Samples reduced(boolean gray, boolean opaque) {
        int kept = gray ? 1 : channels;
        if (kept == channels && (!opaque || alpha.length == 0)) {
            return this;
        }
        Samples reduced = new Samples(size, kept, !opaque && alpha.length > 0, depth);
        for (int i = 0; i < size.width() * size.height(); i++) {
            System.arraycopy(colour, i * channels, reduced.colour, i * kept, kept);
        }
        System.arraycopy(alpha, 0, reduced.alpha, 0, reduced.alpha.length);
        return reduced;
    }

    /** A part of it; it lies inside. */
    Samples part(int left, int top, Size part) {
        Samples cut = new Samples(part, channels, alpha.length > 0, depth);
        for (int y = 0; y < part.height(); y++) {
            int from = (top + y) * size.width() + left;
            System.arraycopy(colour, from * channels, cut.colour, y * part.width() * channels, part.width() * channels);
            if (alpha.length > 0) {
                System.arraycopy(alpha, from, cut.alpha, y * part.width(), part.width());
            }
        }
        return cut;
    }

    /** The same on a larger canvas with its upper left corner at (x, y); the rest is transparent. */
    Samples onCanvas(Size canvas, int x, int y) {
        if (canvas.equals(size) && x == 0 && y == 0) {
            return this;
        }
        Samples whole = new Samples(canvas, channels, true, depth);
        for (int row = Math.max(0, -y); row < Math.min(size.height(), canvas.height() - y); row++) {
            for (int column = Math.max(0, -x); column < Math.min(size.width(), canvas.width() - x); column++) {
                int from = row * size.width() + column;
                int to = (row + y) * canvas.width() + column + x;
                System.arraycopy(colour, from * channels, whole.colour, to * channels, channels);
                whole.alpha[to] = alpha.length > 0 ? alpha[from] : (short) depth.white();
            }
        }
        return whole;
    }

    /** The picture as it is looked at, with all that its file says of it. */
    Picture picture(Origin stored, Orientation orientation, Notes notes) {
        Optional<short[]> opacity =
                alpha.length > 0 ? Optional.of(orientation.apply(alpha, size, 1)) : Optional.empty();
        Origin upright = new Origin(
                stored.format(),
                stored.profile().flatMap(bytes -> IccProfile.fitting(bytes, channels, notes)),
                Upright.of((Metadata) stored.attachments(), orientation, orientation.apply(size), notes)
                        .with(floats),
                notes.all());
        return new Picture(
                orientation.apply(size), channels, depth, orientation.apply(colour, size, channels), opacity, upright);
    }
}
