package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.image.BitDepth;
import io.unveil.image.Drawn;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.codec.RejectedImage.Reason;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngTest {
    @ParameterizedTest(name = "{0} bits, interlaced: {1}")
    @CsvSource({"1, false", "1, true", "2, false", "2, true", "4, false", "4, true", "8, true"})
    void grayOfFewBitsBecomesEightBits(int bits, boolean interlaced) throws IOException {
        int levels = 1 << bits;
        byte[] ramp = new byte[levels];
        for (int i = 0; i < levels; i++) {
            ramp[i] = (byte) (255 * i / (levels - 1));
        }
        BufferedImage image = indexed(new IndexColorModel(bits, levels, ramp, ramp, ramp), 13, 11);

        Picture read = Codec.decode(written(image, interlaced), Limits.DEFAULT);

        assertThat(read.channels()).isEqualTo(1);
        assertThat(read.depth()).isEqualTo(BitDepth.EIGHT);
        assertSamples(read, (x, y, channel) -> 255 * image.getRaster().getSample(x, y, 0) / (levels - 1));
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"1, 1", "2, 1", "5, 3", "8, 8", "17, 9"})
    void interlacedPixelsComeToTheirPlaces(int width, int height) throws IOException {
        Picture picture = Drawn.picture(width, height, 3, BitDepth.EIGHT, false);

        Picture read = Codec.decode(written(JpegTest.image(picture), true), Limits.DEFAULT);

        assertThat(read.samples()).isEqualTo(picture.samples());
    }

    @Test
    void aPaletteOfColoursWithTransparencyBecomesRgbWithAlpha() throws IOException {
        byte[] red = {0, 10, 20, 30};
        byte[] green = {40, 50, 60, 70};
        byte[] blue = {80, 90, 100, 110};
        byte[] alpha = {0, (byte) 128, (byte) 255, (byte) 255};
        BufferedImage image = indexed(new IndexColorModel(2, 4, red, green, blue, alpha), 9, 4);

        Picture read = Codec.decode(written(image, false), Limits.DEFAULT);

        Raster indices = image.getRaster();
        byte[][] colours = {red, green, blue};
        assertSamples(read, (x, y, channel) -> colours[channel][indices.getSample(x, y, 0)]);
        assertThat(read.channels()).isEqualTo(3);
        for (int x = 0; x < 9; x++) {
            assertThat(read.alpha().orElseThrow()[x]).isEqualTo((short) (alpha[indices.getSample(x, 0, 0)] & 255));
        }
    }

    @ParameterizedTest(name = "{0} bits")
    @ValueSource(ints = {4, 16})
    void theOneTransparentLevelOfAGrayPictureBecomesAlpha(int bits) throws IOException {
        byte[] rows = bits == 4 ? new byte[] {0, 0x7F} : new byte[] {0, 0, 7, 0, 8}; // levels 7 and 15, or 7 and 8
        byte[] file = file(2, 1, bits, 0, rows, chunk("tRNS", new byte[] {0, 7}));

        Picture read = Codec.decode(file, Limits.DEFAULT);

        assertThat(read.level(0, 0, 0)).isEqualTo(bits == 4 ? 7 * 17 : 7);
        assertThat(read.alpha().orElseThrow()).containsExactly((short) 0, (short) (bits == 4 ? 255 : 65535));
    }

    @ParameterizedTest(name = "filter {0}")
    @CsvSource({
        "0, 10, 20, 30, 40", // none
        "1, 10, 30, 30, 70", // left: 10, 10 + 20; 30, 30 + 40
        "2, 10, 20, 40, 60", // above: 10, 20; 30 + 10, 40 + 20
        "3, 10, 25, 35, 70", // mean: 10, 20 + 10/2; 30 + 10/2, 40 + (35 + 25)/2
        "4, 10, 30, 40, 80" // Paeth: 10, 20 + 10; 30 + 10, 40 + nearest of 40, 30, 10 to 60
    })
    void rowsArePredictedFromTheirNeighbours(int filter, int a, int b, int c, int d) throws IOException {
        byte f = (byte) filter;

        Picture read = Codec.decode(file(2, 2, 8, 0, new byte[] {f, 10, 20, f, 30, 40}, new byte[0]), Limits.DEFAULT);

        assertThat(read.samples()).containsExactly((short) a, (short) b, (short) c, (short) d);
    }

    @Test
    void otherReadersSeeTheSamePixels() throws IOException {
        for (BitDepth depth : BitDepth.values()) {
            Picture picture = Drawn.picture(31, 17, 3, depth, true);

            Raster seen = ImageIO.read(new ByteArrayInputStream(Codec.encode(picture, Format.PNG, 95)))
                    .getRaster();

            assertSamples(picture, (x, y, channel) -> seen.getSample(x, y, channel));
            assertThat(seen.getSample(3, 2, 3)).isEqualTo(picture.alpha().orElseThrow()[2 * 31 + 3] & 0xFFFF);
        }
    }

    @Test
    void everyFlippedBitIsNoticedByTheChecksums() {
        byte[] file = Codec.encode(Drawn.picture(20, 20, 1, BitDepth.EIGHT, false), Format.PNG, 95);
        for (int i = 60; i < file.length - 12; i++) {
            byte[] damaged = file.clone();
            damaged[i] ^= 4;
            assertDamaged(damaged);
        }
    }

    @Test
    @DisplayName("a profile of 64 MiB packed into 64 KiB is not unpacked, and left out")
    void aBombInTheProfileIsLeftOut() throws IOException {
        byte[] packed = deflated(new byte[64 << 20]);
        ByteBuffer data = ByteBuffer.allocate(3 + packed.length)
                .put(new byte[] {'x', 0, 0})
                .put(packed);

        Picture read = Codec.decode(file(1, 1, 8, 0, new byte[2], chunk("iCCP", data.array())), Limits.DEFAULT);

        assertThat(read.profile()).isEmpty();
    }

    @Test
    void tooFewRowsAreDamageThoughEveryChecksumHolds() throws IOException {
        assertDamaged(file(2, 3, 8, 0, new byte[] {0, 1, 2, 0, 3, 4}, new byte[0]));
    }

    @Test
    void aColourThatThePaletteLacksIsDamage() throws IOException {
        assertDamaged(file(1, 1, 8, 3, new byte[] {0, 2}, chunk("PLTE", new byte[6])));
    }

    @ParameterizedTest(name = "colour type {0} with {1} bits")
    @CsvSource({"0, 3", "1, 8", "2, 4", "3, 16", "6, 2", "7, 8"})
    void kindsThatDoNotExistAreUnsupported(int type, int bits) throws IOException {
        byte[] file = file(1, 1, bits, type, new byte[9], chunk("PLTE", new byte[3]));

        assertThatThrownBy(() -> Codec.decode(file, Limits.DEFAULT))
                .hasMessage(
                        "the PNG image is of no known kind: colour type %d with %d bits, compression 0, filter 0, interlace 0",
                        type, bits);
    }

    private static void assertDamaged(byte[] file) {
        assertThatThrownBy(() -> Codec.decode(file, Limits.DEFAULT))
                .isInstanceOfSatisfying(
                        RejectedImage.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.DAMAGED));
    }

    interface Levels {
        int at(int x, int y, int channel);
    }

    static void assertSamples(Picture picture, Levels levels) {
        for (int y = 0; y < picture.size().height(); y++) {
            for (int x = 0; x < picture.size().width(); x++) {
                for (int channel = 0; channel < picture.channels(); channel++) {
                    assertThat(picture.level(x, y, channel))
                            .as("(%d, %d) of channel %d", x, y, channel)
                            .isEqualTo(levels.at(x, y, channel));
                }
            }
        }
    }

    private static BufferedImage indexed(IndexColorModel model, int width, int height) {
        BufferedImage image =
                new BufferedImage(model, model.createCompatibleWritableRaster(width, height), false, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, (x * 3 + y * y) % model.getMapSize());
            }
        }
        return image;
    }

    private static byte[] written(BufferedImage image, boolean interlaced) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        }
        return bytes.toByteArray();
    }

    /** A file put together by hand; the rows begin with their filters. */
    static byte[] file(int width, int height, int bits, int type, byte[] rows, byte[] chunkBeforeData)
            throws IOException {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) bits)
                .put((byte) type)
                .array();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        file.write(chunk("IHDR", header));
        file.write(chunkBeforeData);
        file.write(chunk("IDAT", deflated(rows)));
        file.write(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    static byte[] chunk(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
        chunk.putInt(data.length).put(type.getBytes(US_ASCII)).put(data);
        CRC32 checksum = new CRC32();
        checksum.update(Arrays.copyOfRange(chunk.array(), 4, 8 + data.length));
        return chunk.putInt((int) checksum.getValue()).array();
    }

    private static byte[] deflated(byte[] data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(9))) {
            out.write(data);
        }
        return bytes.toByteArray();
    }
}
