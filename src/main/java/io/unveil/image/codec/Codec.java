package io.unveil.image.codec;

import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import io.unveil.image.codec.ImageFile.Claim;
import io.unveil.image.codec.RejectedImage.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Files to pictures and back. What is kept: size, bit depth, gray or colour, alpha, and the colour profile where the
 * format has room for it; Exif orientation is applied. Palettes become gray or RGB, CMYK becomes sRGB, 1, 2 and 4 bits
 * become 8. Of several frames or pages the first is read. Nothing is written to disk.
 */
public final class Codec {
    private Codec() {}

    /**
     * Finds format and size from the bytes alone, and decodes nothing.
     *
     * @throws RejectedImage UNSUPPORTED if the bytes begin like no format that is read, DAMAGED if they end before the
     *     size is told
     */
    public static Header header(byte[] file) {
        Format format = format(file);
        return guarded(format, () -> {
            ImageFile image = open(format, file);
            return new Header(
                    format,
                    image.orientation().apply(size(format, image.claims().get(0))));
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
            return new Stored(image.samples(), image.orientation(), image.profile());
        });
        return stored.samples.picture(format, stored.orientation, stored.profile);
    }

    /**
     * Encodes in any format but GIF. JPEG has 4:4:4 colour and this quality (1 to 100), WebP is lossless. JPEG, WebP
     * and BMP have 8 bits: 16 are rounded to the nearest. JPEG has no alpha: it is left out, the colours stay as they
     * stand.
     *
     * @throws IllegalArgumentException if the format is GIF or the quality out of range
     */
    public static byte[] encode(Picture picture, Format format, int jpegQuality) {
        requireQuality(jpegQuality);
        try {
            return switch (format) {
                case PNG -> PngWriter.write(picture);
                case JPEG -> JpegWriter.write(picture, jpegQuality, Chroma.FULL);
                case WEBP -> WebpWriter.write(picture);
                case TIFF -> TiffWriter.write(picture);
                case BMP -> BmpWriter.write(picture);
                case GIF -> throw new IllegalArgumentException("GIF is read, not written");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing but memory is written to
        }
    }

    /** Encodes as JPEG of this quality (1 to 100), as {@link #encode} does, with as many samples of colour as asked. */
    public static byte[] encodeJpeg(Picture picture, int quality, Chroma chroma) {
        requireQuality(quality);
        try {
            return JpegWriter.write(picture, quality, chroma);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing but memory is written to
        }
    }

    private static void requireQuality(int quality) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("JPEG quality must be 1 to 100, was " + quality);
        }
    }

    private static Format format(byte[] file) {
        return Format.of(file)
                .orElseThrow(() -> RejectedImage.unsupported(
                        "the bytes are no image that is read: PNG, JPEG, WebP, TIFF, BMP or GIF"));
    }

    private static ImageFile open(Format format, byte[] file) {
        return switch (format) {
            case PNG -> new Png(file);
            case JPEG -> new Jpeg(file);
            case WEBP -> new Webp(file);
            case TIFF -> new Tiff(file);
            case BMP -> new Bmp(file);
            case GIF -> new Gif(file);
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
    private record Stored(Samples samples, Orientation orientation, Optional<byte[]> profile) {}

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
        } catch (IOException | IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException e) {
            throw new RejectedImage(Reason.DAMAGED, "the %s image is cut short or damaged".formatted(format), e);
        }
    }
}
