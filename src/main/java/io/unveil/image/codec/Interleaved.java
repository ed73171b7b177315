package io.unveil.image.codec;

import io.unveil.image.BitDepth;
import io.unveil.image.Picture;

/** The rows of a picture as files hold them: colour then alpha, pixel by pixel, 16 bits with the high byte first. */
final class Interleaved {
    private final Picture picture;
    private final short[] alpha;

    Interleaved(Picture picture) {
        this.picture = picture;
        this.alpha = picture.alpha().orElse(new short[0]);
    }

    /** Samples a pixel, alpha included: 1 to 4. */
    int bands() {
        return picture.channels() + (picture.hasAlpha() ? 1 : 0);
    }

    int bytesPerPixel() {
        return bands() * picture.depth().bits() / 8;
    }

    int bytesPerRow() {
        return picture.size().width() * bytesPerPixel();
    }

    /** Writes row y from an offset on. */
    void row(int y, byte[] line, int offset) {
        int channels = picture.channels();
        int width = picture.size().width();
        short[] samples = picture.samples();
        int from = y * width * channels;
        int to = offset;
        for (int x = 0; x < width; x++) {
            for (int channel = 0; channel < channels; channel++) {
                to = put(samples[from++], line, to);
            }
            if (alpha.length > 0) {
                to = put(alpha[y * width + x], line, to);
            }
        }
    }

    private int put(short level, byte[] line, int to) {
        if (picture.depth() == BitDepth.SIXTEEN) {
            line[to++] = (byte) (level >> 8);
        }
        line[to++] = (byte) level;
        return to;
    }
}
