package io.unveil.image.codec;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a picture loses when it is written in a format that has no room for it, in sentences. */
final class Losses {
    private Losses() {}

    static List<String> of(Picture picture, Format format) {
        List<String> losses = new ArrayList<>();
        if (picture.hasAlpha() && format == Format.JPEG) {
            losses.add("JPEG has no transparency: the alpha channel was left out");
        }
        boolean deep = format == Format.PNG || format == Format.TIFF || format == Format.PNM;
        if (picture.depth() == BitDepth.SIXTEEN && !deep) {
            losses.add("%s has 8 bits a sample: the 16 of the picture were rounded".formatted(format));
        }
        boolean bare = format == Format.BMP || format == Format.PNM;
        if (picture.profile().isPresent() && bare) {
            losses.add("the ICC profile was left out: %s has no room for it".formatted(format));
        }
        List<String> blocks = left(Metadata.of(picture), format);
        if (!blocks.isEmpty()) {
            losses.add("metadata left out, for which %s has no room: %s".formatted(format, String.join(", ", blocks)));
        }
        return losses;
    }

    private static List<String> left(Metadata metadata, Format format) {
        List<String> left = new ArrayList<>();
        boolean bare = format == Format.BMP || format == Format.PNM;
        if (bare || !fitsJpeg(metadata.exif(), Jpeg.EXIF_NAME, format)) {
            metadata.exif().ifPresent(block -> left.add("Exif"));
        }
        if (bare || !fitsJpeg(metadata.xmp(), Jpeg.XMP_NAME, format)) {
            metadata.xmp().ifPresent(block -> left.add("XMP"));
        }
        Optional<byte[]> iptc = metadata.iptc().map(PhotoshopResources::ofIptc);
        if (bare || format == Format.WEBP || !fitsJpeg(iptc, Jpeg.PHOTOSHOP_NAME, format)) {
            metadata.iptc().ifPresent(block -> left.add("IPTC"));
        }
        if (format == Format.TIFF
                && metadata.exif().filter(ExifBlock::hasMakerNote).isPresent()) {
            left.add("maker's notes of Exif");
        }
        if (format != Format.PNG && !metadata.chunks().isEmpty()) {
            left.add("texts of PNG");
        }
        return left;
    }

    private static boolean fitsJpeg(Optional<byte[]> block, String name, Format format) {
        return format != Format.JPEG
                || block.map(bytes -> JpegWriter.fits(name, bytes)).orElse(true);
    }
}
