package io.unveil.image.codec;

import io.unveil.image.Format;
import io.unveil.image.Origin;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import io.unveil.image.codec.ImageFile.Claim;
import io.unveil.image.codec.RejectedImage.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Files to pictures and back. What is kept: size, bit depth, gray or colour, alpha, and the colour profile and metadata
 * where the format has room for them; Exif orientation is applied. Palettes become gray or RGB, CMYK and CIELab become
 * sRGB, 1 to 7 bits become 8. Of several frames or pages the first is read. What was lost on the way is said in the
 * picture's {@link Origin#notes()}. Nothing is written to disk.
 */
public final class Codec {
    private Codec() {}

    /**
     * Finds format and size from the bytes, and decodes nothing.
     *
     * @throws RejectedImage UNSUPPORTED if the bytes begin like no format that is read, DAMAGED if they end before the
     *     size is known
     */
    public static Header header(byte[] file) {
        Format format = format(file);
        return guarded(format, () -> {
            ImageFile image = open(format, file);
            Size size = image.orientation().apply(size(format, image.claims().get(0)));
            return new Header(format, size, image.bands(), image.bytesPerSample());
        });
    }

    /**
     * Decodes a picture whose header is within the limits.
     *
     * @throws RejectedImage UNSUPPORTED, DAMAGED if the picture is not there as a whole, TOO_MANY_PIXELS before any
     *     pixel is decoded
     */
    public static Picture decode(byte[] file, Limits limits) {
        Format format = format(file);
        Stored stored = guarded(format, () -> {
            ImageFile image = open(format, file);
            for (Claim claim : image.claims()) {
                limits.check(claim.width(), claim.height());
                size(format, claim);
            }
            Notes notes = new Notes();
            image.whichWasTaken().ifPresent(notes::add);
            return stored(image, notes);
        });
        return stored.picture();
    }

    private static Stored stored(ImageFile image, Notes notes) throws IOException {
        Origin origin = image.origin(notes);
        return new Stored(image.samples(notes), image.orientation(), origin, notes);
    }

    /**
     * The sizes at which the frames of an animation, or the pages of a document, are worked on; decodes nothing. One
     * size where there is one picture.
     *
     * @throws RejectedImage as {@link #header}
     */
    public static List<Size> sizes(byte[] file) {
        Format format = format(file);
        return guarded(format, () -> {
            ImageFile image = open(format, file);
            if (image.frames() > 0) {
                Size canvas = size(format, image.canvas());
                return Collections.nCopies(image.frames(), image.orientation().apply(canvas));
            }
            List<Size> sizes = new ArrayList<>();
            for (ImageFile page : image.pages()) {
                sizes.add(page.orientation().apply(size(format, page.claims().get(0))));
            }
            return sizes;
        });
    }

    /**
     * Decodes all frames or pages, whose pixels together are within the limits.
     *
     * @throws RejectedImage as {@link #decode}
     */
    public static Frames decodeFrames(byte[] file, Limits limits) {
        Format format = format(file);
        limits.checkAll(sizes(file));
        ImageFile image = guarded(format, () -> open(format, file));
        if (image.frames() > 0) {
            Reel reel = guarded(format, image::reel);
            List<Stored> stored = guarded(format, () -> {
                Notes notes = new Notes();
                Origin origin = image.origin(notes);
                return reel.play().stream()
                        .map(samples -> new Stored(samples, Orientation.UPRIGHT, origin, notes))
                        .toList();
            });
            return new Frames(file, stored.stream().map(Stored::picture).toList(), Optional.of(reel.animation()));
        }
        List<Picture> pages = new ArrayList<>();
        for (ImageFile page : image.pages()) {
            pages.add(guarded(format, () -> {
                        for (Claim claim : page.claims()) {
                            limits.check(claim.width(), claim.height());
                            size(format, claim);
                        }
                        return stored(page, new Notes());
                    })
                    .picture());
        }
        return new Frames(file, pages, Optional.empty());
    }

    /** As {@link #encode(Picture, Format, JpegEncoding)}, by these options. */
    public static byte[] encode(Picture picture, Format format, WriteOptions options) {
        JpegEncoding jpeg = JpegEncoding.answering(picture, options.jpegQuality());
        return encode(options.keepsMetadata() ? picture : stripped(picture), format, jpeg);
    }

    /** What a picture loses when it is written in a format, in sentences. */
    public static List<String> losses(Picture picture, Format format, WriteOptions options) {
        return Losses.of(options.keepsMetadata() ? picture : stripped(picture), format);
    }

    /** As {@link #encode(Picture, Format, JpegEncoding)}, a JPEG in 4:4:4 and this quality, 1 to 100. */
    public static byte[] encode(Picture picture, Format format, int jpegQuality) {
        return encode(picture, format, new JpegEncoding(jpegQuality, Chroma.FULL));
    }

    /**
     * Encodes in a format that is written, with profile and metadata where it has room for them. WebP is lossless.
     * JPEG, WebP and BMP have 8 bits: 16 are rounded to the nearest. JPEG and PNM have no alpha: it is left out, the
     * colours stay as they stand.
     *
     * @throws IllegalArgumentException if the format is read only
     * @throws RejectedImage UNSUPPORTED for samples of high dynamic range in a format that cannot say so
     */
    public static byte[] encode(Picture picture, Format format, JpegEncoding jpeg) {
        try {
            return switch (format) {
                case PNG -> PngWriter.write(picture);
                case JPEG -> JpegWriter.write(picture, jpeg);
                case WEBP -> WebpWriter.write(picture);
                case TIFF -> TiffWriter.write(picture);
                case BMP -> BmpWriter.write(picture);
                case PNM -> PnmWriter.write(picture);
                case GIF, PSD, HDR, EXR, HEIC, AVIF ->
                    throw new IllegalArgumentException(format + " is read, not written");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing but memory is written to
        }
    }

    /** Whether a format has room for all frames of an animation, or for all pages. */
    public static boolean holds(Frames frames, Format format) {
        return frames.count() == 1
                || format == Format.TIFF
                || frames.animation().isPresent() && (format == Format.PNG || format == Format.WEBP);
    }

    /**
     * Encodes all frames or pages: an animation as PNG or WebP with its times, or as the pages of a TIFF; pages as
     * TIFF.
     *
     * @throws IllegalArgumentException if the format has no room for them, by {@link #holds}
     */
    public static byte[] encode(Frames frames, Format format, WriteOptions options) {
        if (frames.count() == 1) {
            return encode(frames.pictures().get(0), format, options);
        }
        if (!holds(frames, format)) {
            throw new IllegalArgumentException("%s has no room for %d pictures".formatted(format, frames.count()));
        }
        Frames kept = options.keepsMetadata()
                ? frames
                : frames.with(frames.pictures().stream().map(Codec::stripped).toList());
        try {
            return switch (format) {
                case PNG ->
                    PngAnimationWriter.write(kept.pictures(), kept.animation().orElseThrow());
                case WEBP ->
                    WebpAnimationWriter.write(kept.pictures(), kept.animation().orElseThrow());
                default -> TiffWriter.write(kept.pictures());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing but memory is written to
        }
    }

    /** Encodes as JPEG of this quality (1 to 100), as {@link #encode} does, with this chroma subsampling. */
    public static byte[] encodeJpeg(Picture picture, int quality, Chroma chroma) {
        return encode(picture, Format.JPEG, new JpegEncoding(quality, chroma));
    }

    /** The same picture with nothing said of who took it, when, where and with what; how it looks is kept. */
    public static Picture stripped(Picture picture) {
        return picture.with(picture.origin().with(Metadata.of(picture).stripped()));
    }

    private static Format format(byte[] file) {
        return Format.of(file).orElseThrow(() -> RejectedImage.unsupported(OtherFormats.refusal(file)));
    }

    private static ImageFile open(Format format, byte[] file) {
        return switch (format) {
            case PNG -> new Png(file);
            case JPEG -> new Jpeg(file);
            case WEBP -> new Webp(file);
            case TIFF -> new Tiff(file);
            case BMP -> new Bmp(file);
            case GIF -> new Gif(file);
            case PSD -> new Psd(file);
            case PNM -> new Pnm(file);
            case HDR -> new Hdr(file);
            case EXR -> new Exr(file);
            case HEIC, AVIF -> new Heif(format, file);
        };
    }

    private static Size size(Format format, Claim claim) {
        if (claim.width() < 1 || claim.height() < 1) {
            throw RejectedImage.damaged("the %s image is damaged: it claims to be %d x %d pixels"
                    .formatted(format, claim.width(), claim.height()));
        }
        if (claim.width() > Integer.MAX_VALUE || claim.height() > Integer.MAX_VALUE) {
            throw new RejectedImage(
                    Reason.TOO_MANY_PIXELS,
                    "the image claims to be %d x %d pixels, which no limit allows"
                            .formatted(claim.width(), claim.height()));
        }
        return new Size((int) claim.width(), (int) claim.height());
    }

    /** What was read of a file, before it is turned. */
    private record Stored(Samples samples, Orientation orientation, Origin origin, Notes notes) {
        Picture picture() {
            return samples.picture(origin, orientation, notes);
        }
    }

    /** Reads bytes that may be damaged. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /**
     * Turns what reading throws at damaged bytes into a rejection: an error of reading, a position outside the file, or
     * a number that is no size. Every other exception is a bug of ours, and passes.
     */
    static <T> T guarded(Format format, Reading<T> reading) {
        try {
            return reading.read();
        } catch (Excess e) {
            throw new RejectedImage(Reason.UNSUPPORTED, "the %s image has %s".formatted(format, e.getMessage()), e);
        } catch (IOException | IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException e) {
            throw new RejectedImage(Reason.DAMAGED, "the %s image is cut short or damaged".formatted(format), e);
        }
    }
}
