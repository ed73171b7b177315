package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/**
 * A text chunk of PNG: a keyword, a zero, and a text, packed or not (PNG specification, third edition, section 11.3.3).
 * Metadata stand in such texts too: XMP in iTXt (ISO 16684-3), others as hexadecimal digits under "Raw profile type …",
 * as ImageMagick writes them.
 */
record PngText(String type, byte[] data) {
    static final String XMP = "XML:com.adobe.xmp";
    private static final String RAW = "Raw profile type ";

    private String keyword() {
        return new String(data, 0, Math.min(80, endOf(data, 0)), ISO_8859_1);
    }

    boolean isMetadata() {
        return keyword().equals(XMP) || keyword().startsWith(RAW);
    }

    Optional<byte[]> xmp() {
        return keyword().equals(XMP) ? Optional.of(text()) : raw("xmp");
    }

    /** The bytes that hexadecimal digits stand for, after a line with the name and one with their number. */
    Optional<byte[]> raw(String name) {
        if (!keyword().equals(RAW + name)) {
            return Optional.empty();
        }
        String[] lines = new String(text(), ISO_8859_1).strip().split("\n", 3);
        return Optional.of(HexFormat.of().parseHex(lines[2].replaceAll("\\s", "")));
    }

    /** The other way round. */
    static byte[] ofRaw(String name, byte[] bytes) {
        String digits = HexFormat.of().formatHex(bytes);
        return "%s%s\0\n%s\n%8d\n%s\n"
                .formatted(RAW, name, name, bytes.length, digits)
                .getBytes(ISO_8859_1);
    }

    /** The profile of an iCCP chunk: a name, a zero, the method, and packed bytes. */
    static byte[] unpackedProfile(byte[] chunk) {
        return unpacked(chunk, endOf(chunk, 0) + 2);
    }

    private byte[] text() {
        int at = endOf(data, 0) + 1;
        return switch (type) {
            case "zTXt" -> unpacked(data, at + 1);
            case "iTXt" -> {
                int language = at + 2;
                int translated = endOf(data, language) + 1;
                int text = endOf(data, translated) + 1;
                yield data[at] == 1 ? unpacked(data, text) : Arrays.copyOfRange(data, text, data.length);
            }
            default -> Arrays.copyOfRange(data, at, data.length);
        };
    }

    private static int endOf(byte[] data, int from) {
        int at = from;
        while (at < data.length && data[at] != 0) {
            at++;
        }
        return at;
    }

    /** Twice what a block may have, for a byte is two digits; what is longer is found too long by who asks. */
    private static byte[] unpacked(byte[] data, int from) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(data, from, data.length - from))) {
            return in.readNBytes(2 * Metadata.MAX_BYTES + (1 << 20));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
