package io.unveil.image.codec;

import io.unveil.image.Origin;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of one file with its structure known and its pixels not yet decoded. The claims can be read from a file
 * that breaks off after its header, so that an excessive size is refused before anything else is looked at. At damaged
 * bytes methods throw what {@link Codec#guarded} names.
 */
sealed interface ImageFile permits Png, Jpeg, Webp, Tiff, Bmp, Gif, Psd, Pnm, Hdr, Exr, Heif {
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

    /** The file's pages, each as a file of its own; this alone where it has no pages, or just one. */
    default List<ImageFile> pages() {
        return List.of(this);
    }

    /** How many frames an animation has; 0 for a still picture. */
    default int frames() {
        return 0;
    }

    /** The size of an animation's canvas. */
    default Claim canvas() {
        return claims().get(0);
    }

    /** The frames of an animation; asked only where there are some. */
    default Reel reel() {
        throw new IllegalStateException("a still picture has no frames");
    }

    /** What is to be said where but one picture of several is taken. */
    default Optional<String> whichWasTaken() {
        return Optional.empty();
    }

    /** A width and height as the file states them, before anybody believes them. */
    record Claim(long width, long height) {}
}
