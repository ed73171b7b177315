package io.unveil.image.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.image.BitDepth;
import io.unveil.image.Drawn;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegTest {
    static BufferedImage image(Picture picture) {
        int type = picture.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
        BufferedImage image =
                new BufferedImage(picture.size().width(), picture.size().height(), type);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                for (int band = 0; band < picture.channels(); band++) {
                    image.getRaster().setSample(x, y, band, picture.level(x, y, band));
                }
            }
        }
        return image;
    }

    static byte[] progressive(Picture picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(picture), null, null), how);
        }
        return bytes.toByteArray();
    }

    @Test
    void graySamplesAreThoseOfTheFile() throws IOException {
        byte[] file = Codec.encode(Drawn.picture(50, 40, 1, BitDepth.EIGHT, false), Format.JPEG, 90);
        Raster expected = ImageIO.read(new ByteArrayInputStream(file)).getRaster();

        Picture read = Codec.decode(file, Limits.DEFAULT);

        assertThat(read.channels()).isEqualTo(1);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 50; x++) {
                assertThat(read.level(x, y, 0)).isEqualTo(expected.getSample(x, y, 0));
            }
        }
    }

    /** Cyan, magenta, yellow, key, as ink; the file holds them inverted, as Adobe's programs write them. */
    @ParameterizedTest(name = "ink {0} {1} {2} {3} looks like {4} {5} {6}")
    @CsvSource({
        "0, 0, 0, 0, 255, 255, 255",
        "0, 0, 0, 255, 0, 0, 0",
        "255, 0, 0, 0, 0, 255, 255",
        "0, 255, 255, 0, 255, 0, 0",
        "0, 0, 0, 128, 127, 127, 127"
    })
    void cmykBecomesRgb(int cyan, int magenta, int yellow, int key, int red, int green, int blue) throws IOException {
        Picture read = Codec.decode(cmyk(cyan, magenta, yellow, key), Limits.DEFAULT);

        assertThat(read.channels()).isEqualTo(3);
        assertThat(new int[] {read.level(5, 5, 0), read.level(5, 5, 1), read.level(5, 5, 2)})
                .containsExactly(red, green, blue);
    }

    private static byte[] cmyk(int... ink) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
        for (int i = 0; i < 16 * 16; i++) {
            for (int band = 0; band < 4; band++) {
                raster.setSample(i % 16, i / 16, band, 255 - ink[band]);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(1);
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), how);
        }
        byte[] adobe = HexFormat.of().parseHex("ffee000e41646f626500640000000000");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(bytes.toByteArray(), 0, 2);
        file.write(adobe);
        file.write(bytes.toByteArray(), 2, bytes.size() - 2);
        return file.toByteArray();
    }

    @Test
    void arithmeticCodingIsUnsupported() {
        byte[] file = Codec.encode(Drawn.picture(8, 8, 1, BitDepth.EIGHT, false), Format.JPEG, 90);
        for (int i = 0; i < file.length - 1; i++) {
            if (file[i] == (byte) 0xFF && file[i + 1] == (byte) 0xC0) {
                file[i + 1] = (byte) 0xC9;
            }
        }

        assertThatThrownBy(() -> Codec.decode(file, Limits.DEFAULT))
                .hasMessageStartingWith("the file is a JPEG with arithmetic coding with 8 bits; read are baseline,");
    }

    @Test
    void aFewStrayBytesBeforeAMarkerLoseNothing() {
        byte[] whole = Codec.encode(Drawn.picture(30, 20, 3, BitDepth.EIGHT, false), Format.JPEG, 90);
        byte[] stray = Arrays.copyOf(whole, whole.length + 3);
        System.arraycopy(whole, whole.length - 2, stray, stray.length - 2, 2);
        Arrays.fill(stray, whole.length - 2, stray.length - 2, (byte) 0);

        assertThat(Codec.decode(stray, Limits.DEFAULT).samples())
                .isEqualTo(Codec.decode(whole, Limits.DEFAULT).samples());
    }

    @Test
    void whatFollowsTheEndMarkerIsNotLookedAt() {
        byte[] whole = Codec.encode(Drawn.picture(30, 20, 3, BitDepth.EIGHT, false), Format.JPEG, 90);

        assertThat(Codec.decode(Arrays.copyOf(whole, whole.length + 5000), Limits.DEFAULT)
                        .samples())
                .isEqualTo(Codec.decode(whole, Limits.DEFAULT).samples());
    }
}
