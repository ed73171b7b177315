package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.image.Size;
import io.unveil.image.codec.RejectedImage.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A header that claims too much is refused before anything is decoded")
class HostileHeaderTest {
    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static Stream<Arguments> claims() throws Exception {
        byte[] png = PngTest.file(60000, 60000, 8, 2, new byte[0], new byte[0]);
        return Stream.of(
                Arguments.of("PNG", png, 60000, 60000),
                Arguments.of("PNG, nothing but its header", Arrays.copyOf(png, 33), 60000, 60000),
                Arguments.of(
                        "GIF of 35 bytes",
                        hex("47494638396 1ffffffff 800000 ffffff000000 2c 00000000 ffffffff 00 02 02 4401 00 3b"),
                        65535,
                        65535),
                Arguments.of("GIF, screen alone", hex("474946383961 ffffffff 000000 3b"), 65535, 65535),
                Arguments.of("JPEG", hex("ffd8 ffc0 0011 08 ffff fffe 03 012200 021101 031101"), 65534, 65535),
                Arguments.of("BMP", bmp(40000, 40000), 40000, 40000),
                Arguments.of("BMP from the top", bmp(40000, -40000), 40000, 40000),
                Arguments.of("BMP of the lowest height", bmp(1, Integer.MIN_VALUE), 1, 1L << 31),
                Arguments.of("TIFF", tiff(50000, 50000, ByteOrder.LITTLE_ENDIAN), 50000, 50000),
                Arguments.of("TIFF, high byte first", tiff(50000, 50000, ByteOrder.BIG_ENDIAN), 50000, 50000),
                Arguments.of("TIFF beyond int", tiff(-1, 1, ByteOrder.LITTLE_ENDIAN), 4294967295L, 1),
                Arguments.of("BigTIFF", bigTiff(50000, 50000), 50000, 50000),
                Arguments.of("BigTIFF beyond int", bigTiff(1L << 40, 7), 1L << 40, 7),
                Arguments.of("WebP canvas", webp("VP8X", "00000000 ffff00 ffff00"), 65536, 65536),
                Arguments.of("WebP lossless", webp("VP8L", "2f ffffff0f 00"), 16384, 16384),
                Arguments.of("WebP lossy", webp("VP8 ", "000000 9d012a ff3f ff3f 00000000"), 16383, 16383));
    }

    private static byte[] bmp(int width, int height) {
        ByteBuffer file = ByteBuffer.allocate(54).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'B').put((byte) 'M').putInt(54).putInt(0).putInt(54);
        return file.putInt(40)
                .putInt(width)
                .putInt(height)
                .putShort((short) 1)
                .putShort((short) 24)
                .array();
    }

    private static byte[] tiff(int width, int height, ByteOrder order) {
        ByteBuffer file = ByteBuffer.allocate(38).order(order);
        file.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(ISO_8859_1))
                .putShort((short) 42)
                .putInt(8);
        file.putShort((short) 2);
        file.putShort((short) 256).putShort((short) 4).putInt(1).putInt(width);
        return file.putShort((short) 257)
                .putShort((short) 4)
                .putInt(1)
                .putInt(height)
                .array();
    }

    private static byte[] bigTiff(long width, long height) {
        ByteBuffer file = ByteBuffer.allocate(72).order(ByteOrder.LITTLE_ENDIAN);
        file.put("II".getBytes(ISO_8859_1))
                .putShort((short) 43)
                .putShort((short) 8)
                .putShort((short) 0)
                .putLong(16);
        file.putLong(2);
        file.putShort((short) 256).putShort((short) 16).putLong(1).putLong(width);
        return file.putShort((short) 257)
                .putShort((short) 16)
                .putLong(1)
                .putLong(height)
                .array();
    }

    private static byte[] webp(String type, String data) {
        return WebpWriter.file(WebpWriter.chunk(type, hex(data)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claims")
    void isRefused(String name, byte[] file, long width, long height) {
        assertThatThrownBy(() -> Codec.decode(file, new Limits(1_000_000, 30_000)))
                .isInstanceOfSatisfying(
                        RejectedImage.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.TOO_MANY_PIXELS))
                .hasMessageStartingWith("the image is %d x %d", width, height);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claims")
    void itsHeaderIsReadWithoutDecoding(String name, byte[] file, long width, long height) {
        if (Math.max(width, height) > Integer.MAX_VALUE) {
            assertThatThrownBy(() -> Codec.header(file))
                    .hasMessage("the image claims to be %d x %d pixels, which no limit allows", width, height);
        } else {
            assertThat(Codec.header(file).size()).isEqualTo(new Size((int) width, (int) height));
        }
    }

    @Test
    @DisplayName("a GIF whose screen is small and whose frame is not is refused too")
    void aFrameLargerThanItsScreenIsRefused() {
        byte[] file = hex("474946383961 01000100 800000 ffffff000000 2c 00000000 ffffffff 00 02 02 4401 00 3b");

        assertThatThrownBy(() -> Codec.decode(file, Limits.DEFAULT)).hasMessageContaining("65535 x 65535");
    }

    @Test
    void aTileLargerThanTheLimitIsRefusedThoughThePictureIsSmall() {
        ByteBuffer file = ByteBuffer.allocate(62).order(ByteOrder.LITTLE_ENDIAN);
        file.put("II".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8).putShort((short) 4);
        int[][] entries = {{256, 1}, {257, 1}, {322, 65520}, {323, 65520}};
        for (int[] entry : entries) {
            file.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
        }

        assertThatThrownBy(() -> Codec.decode(file.array(), Limits.DEFAULT)).hasMessageContaining("65520 x 65520");
    }

    /** Counting them would not end in a lifetime. */
    @Test
    void stripsWithoutNumberOfATypeWithoutLengthAreDamage() {
        ByteBuffer file = ByteBuffer.allocate(16 + 8 + 4 * 20).order(ByteOrder.LITTLE_ENDIAN);
        file.put("II".getBytes(ISO_8859_1)).putShort((short) 43).putInt(8).putLong(16);
        file.putLong(4);
        long[][] entries = {{256, 16, 1, 9}, {257, 16, 1, 9}, {273, 0, Long.MAX_VALUE, 0}, {279, 0, 1, 0}};
        for (long[] entry : entries) {
            file.putShort((short) entry[0])
                    .putShort((short) entry[1])
                    .putLong(entry[2])
                    .putLong(entry[3]);
        }

        assertThatThrownBy(() -> Codec.decode(file.array(), Limits.DEFAULT))
                .isInstanceOfSatisfying(
                        RejectedImage.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.DAMAGED));
    }

    @Test
    void aSizeOfNothingIsDamage() throws Exception {
        assertThatThrownBy(() -> Codec.header(PngTest.file(0, 5, 8, 0, new byte[0], new byte[0])))
                .isInstanceOfSatisfying(
                        RejectedImage.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.DAMAGED))
                .hasMessage("the PNG image is damaged: it claims to be 0 x 5 pixels");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "P", "this is no picture, though it is called photo.png", "%PDF-1.7", "RIFF....WAVEfmt "})
    void bytesThatBeginLikeNoFormatAreUnsupported(String text) {
        byte[] file = text.getBytes(ISO_8859_1);

        assertThatThrownBy(() -> Codec.decode(file, Limits.DEFAULT))
                .isInstanceOfSatisfying(
                        RejectedImage.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.UNSUPPORTED))
                .hasMessageEndingWith("ead are PNG, JPEG, WebP, TIFF, BMP, GIF, PNM, PSD, HDR, EXR, HEIC and AVIF");
        assertThatThrownBy(() -> Codec.header(file)).isInstanceOf(RejectedImage.class);
    }
}
