package io.unveil.image.codec;

import io.unveil.image.Format;
import io.unveil.image.Picture;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How strongly a JPEG file is compressed.
 *
 * @param quality 1 to 100, on the scale of the Independent JPEG Group's library
 */
public record JpegEncoding(int quality, Chroma chroma) {
    /** Written at most where nobody asks for more: above it files grow faster than anybody can see. */
    public static final int USUAL = 95;

    private static final int LEAST = 90;

    public JpegEncoding {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("JPEG quality must be 1 to 100, was " + quality);
        }
    }

    /** Of the file that a picture came in, estimated from its tables; empty of other formats. */
    public static Optional<JpegEncoding> of(Picture picture) {
        return picture.format() == Format.JPEG ? Metadata.of(picture).jpeg() : Optional.empty();
    }

    /**
     * For an answer to a picture: as good as the file that it came in, but from 90 to {@value #USUAL}, and with as many
     * samples of colour. A second encoding costs an error of its own, hence the 90. Pictures of other formats get
     * {@value #USUAL} and full colour, and so does what is asked of another quality.
     */
    public static JpegEncoding answering(Picture picture, OptionalInt asked) {
        if (asked.isPresent()) {
            return new JpegEncoding(asked.getAsInt(), Chroma.FULL);
        }
        return of(picture)
                .map(came -> new JpegEncoding(Math.min(USUAL, Math.max(LEAST, came.quality)), came.chroma))
                .orElse(new JpegEncoding(USUAL, Chroma.FULL));
    }
}
