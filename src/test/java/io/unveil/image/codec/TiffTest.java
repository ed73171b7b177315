package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.image.BitDepth;
import io.unveil.image.Drawn;
import io.unveil.image.Format;
import io.unveil.image.Origin;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import io.unveil.image.codec.RejectedImage.Reason;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiffTest {
    @ParameterizedTest
    @ValueSource(strings = {"LZW", "PackBits", "ZLib", "Deflate", "none"})
    void filesOfTheJdkAreRead(String compression) throws IOException {
        Picture picture = Drawn.picture(45, 33, 3, BitDepth.EIGHT, false);

        Picture read = Codec.decode(written(JpegTest.image(picture), compression, false), Limits.DEFAULT);

        assertThat(read.samples()).isEqualTo(picture.samples());
    }

    @Test
    void tilesAreRead() throws IOException {
        Picture picture = Drawn.picture(45, 33, 1, BitDepth.EIGHT, false);

        Picture read = Codec.decode(written(JpegTest.image(picture), "LZW", true), Limits.DEFAULT);

        assertThat(read.channels()).isEqualTo(1);
        assertThat(read.samples()).isEqualTo(picture.samples());
    }

    @Test
    void aPaletteBecomesRgb() throws IOException {
        BufferedImage image = GifTest.indexed(20, 10);

        Picture read = Codec.decode(written(image, "LZW", false), Limits.DEFAULT);

        PngTest.assertSamples(read, (x, y, channel) -> image.getRGB(x, y) >> (16 - 8 * channel) & 255);
    }

    @Test
    void otherReadersSeeTheSamePixels() throws IOException {
        for (BitDepth depth : BitDepth.values()) {
            Picture picture = Drawn.picture(31, 17, 3, depth, true);

            Raster seen = ImageIO.read(new ByteArrayInputStream(Codec.encode(picture, Format.TIFF, 95)))
                    .getRaster();

            PngTest.assertSamples(picture, (x, y, channel) -> seen.getSample(x, y, channel));
            assertThat(seen.getSample(3, 2, 3)).isEqualTo(picture.alpha().orElseThrow()[2 * 31 + 3] & 0xFFFF);
        }
    }

    @ParameterizedTest(name = "{0} bits, white is zero: {1}, big: {2}")
    @CsvSource({
        "8, false, false",
        "8, true, false",
        "16, false, false",
        "16, false, true",
        "8, false, true",
        "4, false, false",
        "1, false, false",
        "1, true, false"
    })
    void graysAreReadAsLevels(int bits, boolean whiteIsZero, boolean big) {
        byte[] row = {(byte) 0xC3, 0x10, (byte) 0xA5, 0x7E};
        int width = 32 / bits;
        int most = (1 << bits) - 1;

        Picture read = Codec.decode(gray(row, width, bits, whiteIsZero, big, 1), Limits.DEFAULT);

        assertThat(read.channels()).isEqualTo(1);
        assertThat(read.depth().bits()).isEqualTo(bits == 16 ? 16 : 8);
        long all = ByteBuffer.wrap(row).getInt() & 0xFFFFFFFFL;
        for (int x = 0; x < width; x++) {
            int sample = bits == 16 // low byte first
                    ? (row[2 * x + 1] & 255) << 8 | (row[2 * x] & 255)
                    : (int) (all >> (32 - bits * (x + 1))) & most;
            int level = sample * read.depth().white() / most;
            assertThat(read.level(x, 0, 0)).isEqualTo(whiteIsZero ? read.depth().white() - level : level);
        }
    }

    @Test
    void complexNumbersAreUnsupported() {
        assertThatThrownBy(() -> Codec.decode(gray(new byte[8], 1, 64, false, false, 6), Limits.DEFAULT))
                .hasMessage("the TIFF image has complex numbers of 64 bits, read are whole numbers of 1 to 32 bits and"
                        + " floating point numbers of 16, 24, 32 and 64 bits");
    }

    @Test
    void coloursThatWereMultipliedByAlphaAreDividedByItAgain() {
        Picture picture = new Picture(
                new Size(4, 1),
                1,
                BitDepth.EIGHT,
                new short[] {50, 50, 200, 9},
                Optional.of(new short[] {255, 100, 100, 0}),
                Origin.of(Format.TIFF));
        byte[] file = Codec.encode(picture, Format.TIFF, 95);
        ByteBuffer fields = ByteBuffer.wrap(file);
        int last = fields.getInt(4) + 2 + 12 * 12; // the thirteenth entry: extra samples
        assertThat(fields.getShort(last)).isEqualTo((short) 338);
        fields.putShort(last + 8, (short) 1); // associated alpha

        Picture read = Codec.decode(file, Limits.DEFAULT);

        assertThat(read.samples()).containsExactly(50, 128, 255, 9); // 50 * 255 / 100; more than white is white
        assertThat(read.alpha().orElseThrow()).containsExactly(255, 100, 100, 0);
    }

    @Test
    void aTagThatClaimsMoreBytesThanThereAreIsDamage() {
        byte[] file = Codec.encode(Drawn.picture(9, 9, 3, BitDepth.EIGHT, false), Format.TIFF, 95);
        ByteBuffer fields = ByteBuffer.wrap(file);
        int bits = fields.getInt(4) + 2 + 2 * 12; // the third entry: bits per sample
        assertThat(fields.getShort(bits)).isEqualTo((short) 258);
        fields.putInt(bits + 4, 0x7FFFFFFF);

        assertThatThrownBy(() -> Codec.decode(file, Limits.DEFAULT))
                .isInstanceOfSatisfying(
                        RejectedImage.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.DAMAGED));
    }

    private static byte[] written(BufferedImage image, String compression, boolean tiled) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff");
        ImageWriter writer = writers.next();
        while (!writer.getClass().getModule().equals(ImageIO.class.getModule())) {
            writer = writers.next();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (!compression.equals("none")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionType(compression);
            }
            if (tiled) {
                how.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
                how.setTiling(16, 16, 0, 0);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        }
        return bytes.toByteArray();
    }

    /** One row of gray, low byte first, put together by hand. */
    private static byte[] gray(byte[] row, int width, int bits, boolean whiteIsZero, boolean big, int kind) {
        int start = big ? 16 : 8;
        int[][] entries = {
            {256, width},
            {257, 1},
            {258, bits},
            {259, 1},
            {262, whiteIsZero ? 0 : 1},
            {273, start},
            {277, 1},
            {278, 1},
            {279, row.length},
            {339, kind}
        };
        ByteBuffer file = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
        file.put("II".getBytes(ISO_8859_1)).putShort((short) (big ? 43 : 42));
        if (big) {
            file.putShort((short) 8)
                    .putShort((short) 0)
                    .putLong(start + row.length)
                    .put(row)
                    .putLong(entries.length);
        } else {
            file.putInt(start + row.length).put(row).putShort((short) entries.length);
        }
        for (int[] entry : entries) {
            file.putShort((short) entry[0]).putShort((short) 3);
            if (big) {
                file.putLong(1).putLong(entry[1]);
            } else {
                file.putInt(1).putInt(entry[1]);
            }
        }
        return file.array();
    }
}
