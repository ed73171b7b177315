package io.unveil.image.codec;

import io.unveil.image.Origin;
import io.unveil.image.Picture;
import java.util.List;
import java.util.Optional;

/**
 * What a file says of its picture beside samples and profile, bounded and checked.
 *
 * @param exif a TIFF structure without the "Exif" in front of it (Exif 2.32, 4.5): camera, date, copyright, place
 * @param xmp a packet of UTF-8 (ISO 16684-1)
 * @param iptc records of IPTC-IIM 4.2: caption, author, copyright
 * @param chunks of a PNG file that are carried to another one as they stand: texts, date, mastering display
 * @param colours how samples are to be shown, where no profile says it
 * @param jpeg how strongly the file was compressed, if it is a JPEG
 * @param floats the scale of its samples, where they were floating point numbers
 */
record Metadata(
        Optional<byte[]> exif,
        Optional<byte[]> xmp,
        Optional<byte[]> iptc,
        List<Chunk> chunks,
        Optional<Resolution> resolution,
        Optional<Colorimetry> colours,
        Optional<JpegEncoding> jpeg,
        Optional<FloatScale> floats)
        implements Origin.Attachments {
    static final Metadata NONE = new Metadata(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Of a file whose samples are whole numbers. */
    Metadata(
            Optional<byte[]> exif,
            Optional<byte[]> xmp,
            Optional<byte[]> iptc,
            List<Chunk> chunks,
            Optional<Resolution> resolution,
            Optional<Colorimetry> colours,
            Optional<JpegEncoding> jpeg) {
        this(exif, xmp, iptc, chunks, resolution, colours, jpeg, Optional.empty());
    }

    Metadata with(Optional<FloatScale> scale) {
        return new Metadata(exif, xmp, iptc, chunks, resolution, colours, jpeg, scale);
    }

    /** @param type of the chunk, such as tEXt */
    record Chunk(String type, byte[] data) {}

    /** Larger blocks are not met in photographs, but in files made to fill the memory. */
    static final int MAX_BYTES = 4 << 20;

    static Metadata of(Picture picture) {
        return picture.origin().attachments() instanceof Metadata own ? own : NONE;
    }

    /** What is left when nothing may be said of who took the picture, where and with what: how it is to look. */
    Metadata stripped() {
        return new Metadata(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                colours,
                jpeg,
                floats);
    }
}
