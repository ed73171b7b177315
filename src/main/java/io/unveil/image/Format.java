package io.unveil.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The file formats that are read; most are written too. */
public enum Format {
    PNG("image/png", ".png"),
    JPEG("image/jpeg", ".jpg", ".jpeg"),
    WEBP("image/webp", ".webp"),
    TIFF("image/tiff", ".tif", ".tiff"),
    BMP("image/bmp", ".bmp"),
    GIF("image/gif", ".gif"),
    /** Netpbm's PBM, PGM, PPM and PAM, and PFM. */
    PNM("image/x-portable-anymap", ".pnm", ".ppm", ".pgm", ".pbm", ".pam", ".pfm"),
    /** Adobe Photoshop's, of which the merged picture is read. */
    PSD("image/vnd.adobe.photoshop", ".psd", ".psb"),
    /** Radiance's. */
    HDR("image/vnd.radiance", ".hdr"),
    /** OpenEXR's. */
    EXR("image/x-exr", ".exr"),
    /** Stills of HEVC, as telephones write them. */
    HEIC("image/heic", ".heic", ".heif", ".hif"),
    /** Stills of AV1. */
    AVIF("image/avif", ".avif");

    /** Low or high byte first; 42 for TIFF, 43 for BigTIFF. */
    private static final int LONGEST_BRANDS = 119;

    private static final List<String> STILLS = List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

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

    /** Whether pictures are written in it too. */
    public boolean isWritten() {
        return switch (this) {
            case PNG, JPEG, WEBP, TIFF, BMP, PNM -> true;
            case GIF, PSD, HDR, EXR, HEIC, AVIF -> false;
        };
    }

    /** The format to write where nothing else is asked for: the same, or PNG. */
    public Format written() {
        return isWritten() ? this : PNG;
    }

    /** The names of all formats that are read, for messages. */
    public static String readable() {
        return "PNG, JPEG, WebP, TIFF, BMP, GIF, PNM, PSD, HDR, EXR, HEIC and AVIF";
    }

    /** The format that a file's name ends like: what to write; what to read is found from the bytes. */
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
        } else if (start.matches("(?s)P[1-7Ff][\\s#].*")) {
            return Optional.of(PNM);
        } else if (start.startsWith("8BPS\0\1") || start.startsWith("8BPS\0\2")) {
            return Optional.of(PSD);
        } else if (start.startsWith("#?RADIANCE") || start.startsWith("#?RGBE")) {
            return Optional.of(HDR);
        } else if (start.startsWith("v/1\u0001")) {
            return Optional.of(EXR);
        } else if (start.startsWith("ftyp", 4)) {
            return ofBrands(new String(file, 8, Math.min(file.length - 8, LONGEST_BRANDS), ISO_8859_1), file[3]);
        }
        return Optional.empty();
    }

    /** Stills in the structure of videos (ISO 14496-12), by what they say that they are. */
    private static Optional<Format> ofBrands(String behindName, int length) {
        String brands = behindName.substring(0, Math.max(0, Math.min(behindName.length(), length - 8)));
        if (brands.contains("avif") || brands.contains("avis")) {
            return Optional.of(AVIF);
        }
        boolean still = STILLS.stream().anyMatch(brands::startsWith);
        return still ? Optional.of(HEIC) : Optional.empty();
    }
}
