package io.unveil.web;

import io.unveil.image.codec.Header;
import io.unveil.inference.Demand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The heap that a request takes at most while it is worked on, besides its body, from the headers of its pictures:
 * docs/deployment.md has the figures, {@code MemoryNeeds} among the tests measures them, and {@code LeastHeapCheck}
 * runs every route at the largest admitted size.
 *
 * <p>A picture is decoded to two bytes a sample. While it is decoded, it stands in memory a second time, turned, or as
 * a library's raster of up to {@link #RASTER} bytes a pixel.
 */
final class MemoryNeed {
    private static final int RASTER = 10;

    /** Encoded bytes stand in memory twice, and a tenth longer than their samples where these do not pack. */
    private static final double ENCODED = 2.5;

    /** A raster for the encoders of JPEG and WebP. */
    private static final int ENCODING = 4;

    /** The encoded picture in base64, as text and within the text of a data URL. */
    private static final double IN_JSON = 4.2;

    /** Masks with one bit a pixel, several at a time, and the halved pictures of deep holes. */
    private static final int OF_HOLES = 12;

    /** The canvas of an animation has colour and alpha, and 16 bits, whatever its frames have. */
    private static final int DRAWN = 8;

    private MemoryNeed() {}

    /** What becomes of a picture besides the answer, in bytes for each pixel and each of its bands. */
    enum Work {
        /** Nothing but the picture that is made. */
        SAME_SIZE(2),
        /** The picture that is made, and the one between two passes. */
        TWO_PASSES(4),
        /** Resized to the network's size and back, as single precision. */
        RESIZED(10),
        /** Maps, blurred and coloured, as single precision. */
        MAPS(24),
        /** Figures only, row by row. */
        FIGURES(0);

        private final int bytes;

        Work(int bytes) {
            this.bytes = bytes;
        }
    }

    /** Of a route that makes a picture of one. */
    static Demand of(Uploads uploads, Work work, Answer answer, AnswerForm form) {
        Header file = uploads.file().header();
        return of(pictures(uploads), bands(file) * work.bytes + answered(work, file, answer, form));
    }

    /** Of filling: a hole's own demand is asked for when the mask is known. */
    static Demand ofFill(Uploads uploads, Answer answer, AnswerForm form) {
        Header file = uploads.file().header();
        return of(
                pictures(uploads),
                bands(file) * Work.SAME_SIZE.bytes
                        + file.size().pixels() * OF_HOLES
                        + answered(Work.SAME_SIZE, file, answer, form));
    }

    /** Of a route that answers figures or a code. */
    static Demand of(List<Upload> uploads, Work work) {
        List<Header> headers = uploads.stream().map(Upload::header).toList();
        return of(headers, bands(headers.get(0)) * work.bytes);
    }

    /**
     * Of all frames of a file together, from that of its first: they stand in memory at once, made and as they came.
     */
    static Demand ofFrames(Demand first, long pixels) {
        double times = (double) pixels / Math.max(1, first.pixels());
        return new Demand(pixels, (long) (first.bytes() * times) + DRAWN * pixels);
    }

    /** Of a picture that is made of nothing but a code. */
    static Demand ofMade(long pixels) {
        return new Demand(pixels, pixels * 64);
    }

    private static List<Header> pictures(Uploads uploads) {
        return Stream.of(Optional.of(uploads.file()), uploads.mask(), uploads.reference())
                .flatMap(Optional::stream)
                .map(Upload::header)
                .toList();
    }

    /** All pictures, and the larger of what decoding one takes besides, and what comes after. */
    private static Demand of(List<Header> pictures, long afterwards) {
        long pixels = pictures.stream().mapToLong(one -> one.size().pixels()).sum();
        long decoded = pictures.stream().mapToLong(one -> 2 * bands(one)).sum();
        long decoding = pictures.stream()
                .mapToLong(one -> Math.max(2 * bands(one), RASTER * one.size().pixels()))
                .max()
                .orElse(0);
        return new Demand(pixels, decoded + Math.max(decoding, afterwards));
    }

    private static long bands(Header picture) {
        return picture.size().pixels() * picture.bands();
    }

    private static long answered(Work work, Header picture, Answer answer, AnswerForm form) {
        long bands = work == Work.MAPS ? Math.max(3 * picture.size().pixels(), bands(picture)) : bands(picture);
        long samples = bands * picture.bytesPerSample();
        if (answer instanceof Answer.Image) {
            return (long) (ENCODED * samples) + ENCODING * picture.size().pixels();
        }
        return form.includeOutput()
                ? (long) ((ENCODED + IN_JSON) * samples)
                        + ENCODING * picture.size().pixels()
                : 0;
    }
}
