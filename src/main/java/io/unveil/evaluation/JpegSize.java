package io.unveil.evaluation;

import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import java.util.function.ToIntFunction;

/**
 * A picture as JPEG within a budget of bytes.
 *
 * @param bytes the bytes that are counted
 * @param picture decoded again
 */
record JpegSize(int bytes, Picture picture) {
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE_BYTES = 2;

    /** All bytes of the file. */
    static int whole(byte[] file) {
        return file.length;
    }

    /**
     * Only the bytes of the scan's data: without markers, tables and headers, which are the same for all pictures of
     * one size and quality.
     */
    static int scan(byte[] file) {
        int at = 2;
        while ((file[at + 1] & 255) != START_OF_SCAN) {
            at += 2 + length(file, at + 2);
        }
        return file.length - (at + 2 + length(file, at + 2)) - END_OF_IMAGE_BYTES;
    }

    private static int length(byte[] file, int at) {
        return (file[at] & 255) << 8 | (file[at + 1] & 255);
    }

    /**
     * At the best quality whose bytes, counted in this way, do not exceed the budget; at quality 1 where even that
     * exceeds it.
     */
    static JpegSize within(int budget, Picture picture, ToIntFunction<byte[]> counted) {
        int fits = 1;
        int tooMuch = 101;
        while (tooMuch - fits > 1) {
            int quality = (fits + tooMuch) / 2;
            if (counted.applyAsInt(Codec.encode(picture, Format.JPEG, quality)) <= budget) {
                fits = quality;
            } else {
                tooMuch = quality;
            }
        }
        byte[] file = Codec.encode(picture, Format.JPEG, fits);
        return new JpegSize(counted.applyAsInt(file), Codec.decode(file, Limits.DEFAULT));
    }
}
