package io.unveil.image.codec;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.InflaterInputStream;
import org.tukaani.xz.XZInputStream;

/** How the samples of a strip or tile are packed (tag 259). */
enum TiffCompression {
    NONE(1),
    CCITT_RLE(2),
    CCITT_G3(3),
    CCITT_G4(4),
    LZW(5),
    OLD_JPEG(6),
    JPEG(7),
    ADOBE_DEFLATE(8),
    PACK_BITS(32773),
    DEFLATE(32946),
    LZMA(34925),
    ZSTD(50000);

    private static final int XZ_MEMORY_KIB = 100 << 10;

    private final int code;

    TiffCompression(int code) {
        this.code = code;
    }

    static TiffCompression of(int code) {
        return Arrays.stream(values())
                .filter(one -> one.code == code)
                .findFirst()
                .orElseThrow(() -> RejectedImage.unsupported(
                        "the TIFF image is compressed by %s, read are none, CCITT, LZW, JPEG, deflate, PackBits, LZMA and ZSTD; save it as one of these"
                                .formatted(name(code))));
    }

    private static String name(int code) {
        return switch (code) {
            case 32766 -> "NeXT";
            case 32809 -> "ThunderScan";
            case 33003, 33004, 33005, 34712 -> "JPEG 2000";
            case 34661 -> "JBIG";
            case 34676, 34677 -> "SGI LogLuv";
            case 34887 -> "LERC";
            case 50001 -> "WebP";
            case 50002, 52546 -> "JPEG XL";
            default -> "an unknown method (%d)".formatted(code);
        };
    }

    boolean isLeftToLibrary() {
        return this == CCITT_RLE || this == CCITT_G3 || this == CCITT_G4 || this == OLD_JPEG;
    }

    /** What is packed in these bytes, unpacked as it is read. */
    InputStream unpacked(byte[] stored) throws IOException {
        InputStream bytes = new ByteArrayInputStream(stored);
        return switch (this) {
            case NONE -> bytes;
            case LZW -> new TiffLzw(stored);
            case ADOBE_DEFLATE, DEFLATE -> new InflaterInputStream(bytes);
            case PACK_BITS -> new PackBits(bytes);
            case LZMA -> new XZInputStream(bytes, XZ_MEMORY_KIB);
            case ZSTD -> new ZstdInputStream(bytes);
            default -> throw new IllegalStateException(name().toLowerCase(Locale.ROOT) + " is unpacked elsewhere");
        };
    }
}
