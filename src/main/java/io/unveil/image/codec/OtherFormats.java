package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.unveil.image.Format;
import java.util.Optional;

/** Files that are no picture that is read, known by how they begin, so that the refusal can name them. */
final class OtherFormats {
    private OtherFormats() {}

    /** What is said of bytes that begin like none of {@link Format}. */
    static String refusal(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 64), ISO_8859_1);
        return name(start)
                .map(name -> "the file is %s, which is not read; convert it to JPEG, PNG or TIFF first. Read are %s"
                        .formatted(name, Format.readable()))
                .or(() -> raw(start).map(OtherFormats::cameraRaw))
                .orElse(
                        file.length == 0
                                ? "the file is empty; read are " + Format.readable()
                                : "the bytes are no image that is read; read are " + Format.readable());
    }

    static String cameraRaw(String kind) {
        return "the file is a camera raw (%s), which is not read: it has to be developed, and the preview inside is not the picture; export it as TIFF, PNG or JPEG first"
                .formatted(kind);
    }

    private static Optional<String> raw(String start) {
        if (start.startsWith("FUJIFILMCCD-RAW")) {
            return Optional.of("Fujifilm RAF");
        } else if (start.startsWith("IIRO") || start.startsWith("IIRS") || start.startsWith("MMOR")) {
            return Optional.of("Olympus ORF");
        } else if (start.startsWith("IIU\0")) {
            return Optional.of("Panasonic RW2");
        } else if (start.startsWith("crx ", 8)) {
            return Optional.of("Canon CR3");
        } else if (start.startsWith("FOVb")) {
            return Optional.of("Sigma X3F");
        } else if (start.startsWith("HEAPCCDR", 6)) {
            return Optional.of("Canon CRW");
        } else if (start.startsWith("\0MRM")) {
            return Optional.of("Minolta MRW");
        }
        return Optional.empty();
    }

    private static Optional<String> name(String start) {
        if (start.startsWith("ftyp", 4)) {
            return ofMedia(start.substring(Math.min(start.length(), 8)));
        } else if (start.startsWith("\u00ff\n") || start.startsWith("\0\0\0\fJXL ")) {
            return Optional.of("a JPEG XL");
        } else if (start.startsWith("\0\0\0\fjP  ") || start.startsWith("\u00ffO\u00ffQ")) {
            return Optional.of("a JPEG 2000");
        } else if (start.startsWith("%PDF")) {
            return Optional.of("a PDF");
        } else if (start.startsWith("%!PS") || start.startsWith("\u00c5\u00d0\u00d3\u00c6")) {
            return Optional.of("a PostScript file");
        } else if (start.stripLeading().startsWith("<svg")
                || start.stripLeading().startsWith("<?xml")) {
            return Optional.of("an SVG or another XML file");
        } else if (start.startsWith("\0\0\u0001\0") || start.startsWith("\0\0\u0002\0")) {
            return Optional.of("an icon (ICO)");
        } else if (start.startsWith("II\u00bc\u0001")) {
            return Optional.of("a JPEG XR");
        } else if (start.startsWith("DDS ")) {
            return Optional.of("a DDS texture");
        } else if (start.startsWith("qoif")) {
            return Optional.of("a QOI");
        } else if (start.startsWith("gimp xcf")) {
            return Optional.of("a GIMP file (XCF)");
        } else if (start.startsWith("SIMPLE  =")) {
            return Optional.of("a FITS");
        } else if (start.startsWith("PK\u0003\u0004")) {
            return Optional.of("a zip file");
        } else if (start.startsWith("RIFF") && start.length() >= 12) {
            return Optional.of(
                    "a RIFF file of kind '%s'".formatted(start.substring(8, 12).strip()));
        } else if (start.stripLeading().regionMatches(true, 0, "<!doctype html", 0, 14)
                || start.stripLeading().regionMatches(true, 0, "<html", 0, 5)) {
            return Optional.of("a web page (HTML)");
        }
        return Optional.empty();
    }

    /** ISO base media files (ISO 14496-12) say what they are by brands. */
    private static Optional<String> ofMedia(String brands) {
        if (brands.startsWith("crx ")) {
            return Optional.empty(); // a camera raw
        } else if (brands.startsWith("jp2") || brands.startsWith("jpx")) {
            return Optional.of("a JPEG 2000");
        }
        return Optional.of("a video or another media file");
    }
}
