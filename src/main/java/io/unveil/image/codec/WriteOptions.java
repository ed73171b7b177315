package io.unveil.image.codec;

import java.util.OptionalInt;

/**
 * How a picture is written.
 *
 * @param jpegQuality 1 to 100; where nobody asks, that of the file it came in, within the bounds of
 *     {@link JpegEncoding#answering}
 * @param keepsMetadata whether what the file said of camera, date, place and author is written again
 */
public record WriteOptions(OptionalInt jpegQuality, boolean keepsMetadata) {
    public static final WriteOptions USUAL = new WriteOptions(OptionalInt.empty(), true);

    public static WriteOptions ofQuality(int jpegQuality) {
        return new WriteOptions(OptionalInt.of(jpegQuality), true);
    }

    /** Whether nothing is asked for that a file may not have already. */
    boolean isUsual() {
        return equals(USUAL);
    }
}
