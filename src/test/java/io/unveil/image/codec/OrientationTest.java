package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Drawn;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Exif orientation")
class OrientationTest {
    /** Stored is "abc" over "def"; rows as a viewer shows them, from the figures of the Exif standard. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "1, abc def", // as stored
        "2, cba fed", // mirrored left to right
        "3, fed cba", // half a turn
        "4, def abc", // mirrored top to bottom
        "5, ad be cf", // mirrored at the diagonal
        "6, da eb fc", // a quarter turn clockwise
        "7, fc eb da", // mirrored at the other diagonal
        "8, cf be ad" // a quarter turn anticlockwise
    })
    void turnsThePicture(int value, String rows) {
        short[] stored = {'a', 'b', 'c', 'd', 'e', 'f'};
        Orientation orientation = Orientation.of(value);

        short[] shown = orientation.apply(stored, new Size(3, 2), 1);

        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            text.append(i > 0 && i % orientation.apply(new Size(3, 2)).width() == 0 ? " " : "")
                    .append((char) shown[i]);
        }
        assertThat(text).hasToString(rows);
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG", "WEBP", "TIFF"})
    void isFoundInEveryFormatThatHasIt(Format format) throws Exception {
        Picture stored = Drawn.picture(40, 24, 3, BitDepth.EIGHT, true);
        byte[] upright = Codec.encode(stored, format, 95);

        byte[] file = withOrientation(upright, format, 6);
        Picture shown = Codec.decode(file, Limits.DEFAULT);

        assertThat(Codec.header(file))
                .isEqualTo(new Header(
                        format,
                        new Size(24, 40),
                        Codec.header(file).bands(),
                        Codec.header(file).bytesPerSample()));
        assertThat(shown.size()).isEqualTo(new Size(24, 40));
        Picture plain = Codec.decode(upright, Limits.DEFAULT);
        PngTest.assertSamples(shown, (x, y, channel) -> plain.level(y, 23 - x, channel));
        assertThat(shown.alpha().map(alpha -> alpha[7])).isEqualTo(plain.alpha().map(alpha -> alpha[(23 - 7) * 40]));
    }

    @Test
    void aBrokenExifBlockLeavesThePictureUpright() throws Exception {
        byte[] upright = Codec.encode(Drawn.picture(40, 24, 3, BitDepth.EIGHT, false), Format.PNG, 95);
        byte[] broken = Arrays.copyOf(exif(6, ByteOrder.BIG_ENDIAN), 12);

        assertThat(Codec.decode(pngWith(upright, broken), Limits.DEFAULT).size())
                .isEqualTo(new Size(40, 24));
        assertThat(Codec.decode(pngWith(upright, new byte[0]), Limits.DEFAULT).size())
                .isEqualTo(new Size(40, 24));
        assertThat(Codec.decode(pngWith(upright, exif(9, ByteOrder.BIG_ENDIAN)), Limits.DEFAULT)
                        .size())
                .isEqualTo(new Size(40, 24));
    }

    static byte[] withOrientation(byte[] file, Format format, int value) throws Exception {
        return switch (format) {
            case PNG -> pngWith(file, exif(value, ByteOrder.BIG_ENDIAN));
            case JPEG -> {
                byte[] exif = exif(value, ByteOrder.LITTLE_ENDIAN);
                ByteBuffer segment = ByteBuffer.allocate(10 + exif.length);
                segment.putShort((short) 0xFFE1).putShort((short) (8 + exif.length));
                segment.put("Exif\0\0".getBytes(ISO_8859_1)).put(exif);
                yield inserted(file, 2, segment.array());
            }
            case WEBP ->
                WebpWriter.file(inserted(
                        Arrays.copyOfRange(file, 12, file.length),
                        file.length - 12,
                        WebpWriter.chunk("EXIF", exif(value, ByteOrder.LITTLE_ENDIAN))));
            case TIFF -> tiffWith(file, value);
            default -> throw new IllegalArgumentException(format + " has no orientation");
        };
    }

    private static byte[] pngWith(byte[] file, byte[] exif) throws Exception {
        return inserted(file, 33, PngTest.chunk("eXIf", exif));
    }

    /** A copy of the directory at the end of the file, with one more entry. */
    private static byte[] tiffWith(byte[] file, int value) {
        ByteBuffer old = ByteBuffer.wrap(file);
        int directory = old.getInt(4);
        int entries = old.getShort(directory);
        ByteBuffer copy = ByteBuffer.allocate(file.length + 2 + 12 * (entries + 1) + 4);
        copy.put(file).putShort((short) (entries + 1));
        copy.put(file, directory + 2, 12 * entries);
        copy.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) value);
        return copy.putInt(4, file.length).array();
    }

    private static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer exif = ByteBuffer.allocate(26).order(order);
        exif.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(ISO_8859_1))
                .putShort((short) 42)
                .putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation);
        return exif.array();
    }

    private static byte[] inserted(byte[] file, int at, byte[] more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        out.write(more, 0, more.length);
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }
}
