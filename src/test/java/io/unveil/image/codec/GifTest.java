package io.unveil.image.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.Picture;
import io.unveil.image.Size;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GifTest {
    static BufferedImage indexed(int width, int height) {
        byte[] red = new byte[256];
        byte[] green = new byte[256];
        byte[] blue = new byte[256];
        for (int i = 0; i < 256; i++) {
            red[i] = (byte) i;
            green[i] = (byte) (255 - i);
            blue[i] = (byte) (i * 7);
        }
        IndexColorModel model = new IndexColorModel(8, 256, red, green, blue);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, (x * x + 3 * y) % 251);
            }
        }
        return image;
    }

    @ParameterizedTest(name = "{0} x {1}, interlaced: {2}")
    @CsvSource({"61, 47, false", "61, 47, true", "1, 1, false", "300, 200, true", "7, 3, true"})
    void everyPixelHasItsColour(int width, int height, boolean interlaced) throws IOException {
        BufferedImage image = indexed(width, height);

        Picture read = Codec.decode(written(image, interlaced), Limits.DEFAULT);

        assertThat(read.channels()).isEqualTo(3);
        assertThat(read.hasAlpha()).isFalse();
        PngTest.assertSamples(read, (x, y, channel) -> image.getRGB(x, y) >> (16 - 8 * channel) & 255);
    }

    @Test
    void thePictureIsTheFirstFrameOnItsScreen() {
        String screen = "474946383961 0500 0500 81 00 00 000000 ff0000 00ff00 0000ff"; // 5 x 5, four colours
        String control = "21 f9 04 01 0000 02 00"; // colour 2 is transparent
        String frame =
                "2c 0100 0100 0200 0100 00 02 02 d40a 00"; // 2 x 1 at (1, 1): codes clear, 2, 3, end of 3 bits each
        String second = "2c 0000 0000 0500 0500 00 02 02 4c01 00";
        byte[] file = HexFormat.of().parseHex((screen + control + frame + second + "3b").replace(" ", ""));

        Picture read = Codec.decode(file, Limits.DEFAULT);

        assertThat(read.size()).isEqualTo(new Size(5, 5));
        assertThat(Codec.header(file).size()).isEqualTo(new Size(5, 5));
        assertThat(read.level(1, 1, 1)).isEqualTo(255);
        assertThat(read.level(2, 1, 2)).isEqualTo(255);
        short[] alpha = read.alpha().orElseThrow();
        assertThat(alpha[6]).isZero(); // of the transparent colour
        assertThat(alpha[7]).isEqualTo((short) 255);
        assertThat(alpha[0]).isZero(); // beside the frame
        assertThat(read.origin().notes()).containsExactly("the file is an animation of 2 frames; the first was taken");
    }

    private static byte[] written(BufferedImage image, boolean interlaced) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        }
        return bytes.toByteArray();
    }
}
