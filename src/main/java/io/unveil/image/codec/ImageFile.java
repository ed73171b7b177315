package io.unveil.image.codec;

import io.unveil.image.Origin;
import java.io.IOException;
import java.util.List;

/**
 * The bytes of one file with its structure known and its pixels not yet decoded. The claims can be read from a file
 * that breaks off after its header, so that an excessive size is refused before anything else is looked at. At damaged
 * bytes methods throw what {@link Codec#guarded} names.
 */
sealed interface ImageFile permits Png, Jpeg, Webp, Tiff, Bmp, Gif, Psd, Pnm, Hdr {
    /** The size of the stored picture comes first; further ones are of what has to be decoded on the way to it. */
    List<Claim> claims();

    /** Samples that a pixel has at most when it is decoded, alpha included. */
    default int bands() {
        return 4;
    }

    /** Bytes that a sample has at most when it is decoded: 1 or 2. */
    default int bytesPerSample() {
        return 2;
    }

    /** How the stored picture is to be turned; upright where the file does not say, or says it in damaged bytes. */
    Orientation orientation();

    /**
     * What stands in the file beside its pixels, as it is stored: profile and metadata. What of it is broken is left
     * out with a note.
     */
    Origin origin(Notes notes);

    /** The stored picture, not yet turned; the whole of it or an exception. */
    Samples samples(Notes notes) throws IOException;

    /** A width and height as the file states them, before anybody believes them. */
    record Claim(long width, long height) {}
}
