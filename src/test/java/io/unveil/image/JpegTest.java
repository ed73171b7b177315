package io.unveil.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;

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
}
