package io.unveil.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The file formats that are read; all except GIF are also written. */
public enum Format {
    PNG("image/png", ".png"),
    JPEG("image/jpeg", ".jpg", ".jpeg"),
    WEBP("image/webp", ".webp"),
    TIFF("image/tiff", ".tif", ".tiff"),
    BMP("image/bmp", ".bmp"),
    GIF("image/gif", ".gif");

    /** Low or high byte first; 42 for TIFF, 43 for BigTIFF. */
    private static final List<String> TIFF_STARTS = List.of("II*\0", "MM\0*", "II+\0", "MM\0+");

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> endings;

    Format(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The endings of its file names, the usual one first. */
    public List<String> endings() {
        return endings;
    }

    /** The format for a file name's ending; decides the format to write. The format to read is found from the bytes. */
    public static Optional<Format> ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.endings.stream().anyMatch(lower::endsWith))
                .findFirst();
    }

    /** The format of bytes, found from their beginning; names and media types do not matter. */
    public static Optional<Format> of(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 12), ISO_8859_1);
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        } else if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        } else if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        } else if (TIFF_STARTS.stream().anyMatch(start::startsWith)) {
            return Optional.of(TIFF);
        } else if (start.startsWith("BM")) {
            return Optional.of(BMP);
        } else if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        return Optional.empty();
    }
}
