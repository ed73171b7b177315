package io.unveil.image.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import io.unveil.image.BitDepth;
import io.unveil.image.Drawn;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebpTest {
    static byte[] lossy(Picture picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WebPWriteParam how = new WebPWriteParam(Locale.ROOT);
        how.setCompressionType(CompressionType.Lossy);
        how.setCompressionQuality(0.9f);
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(JpegTest.image(picture), null, null), how);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "lossless {0}")
    @ValueSource(booleans = {true, false})
    void theFirstFrameOfAnAnimationIsThePictureOnItsCanvas(boolean lossless) throws IOException {
        Picture first = Drawn.picture(20, 14, 3, BitDepth.EIGHT, lossless);
        byte[] still = lossless ? Codec.encode(first, Format.WEBP, 95) : lossy(first);
        byte[] second = Codec.encode(Drawn.picture(30, 30, 3, BitDepth.EIGHT, false), Format.WEBP, 95);

        Picture read = Codec.decode(animation(30, 30, frame(20, 14, still), frame(30, 30, second)), Limits.DEFAULT);

        Picture expected = Codec.decode(still, Limits.DEFAULT);
        assertThat(read.size()).isEqualTo(new Size(30, 30));
        assertThat(read.region(0, 0, 20, 14).values())
                .isEqualTo(expected.region(0, 0, 20, 14).values());
        assertThat(read.alpha().orElseThrow()[25]).isZero();
        assertThat(read.origin().notes()).containsExactly("the file is an animation of 2 frames; the first was taken");
    }

    @Test
    void alphaBesideALossyPictureIsKept() throws IOException {
        byte[] plain = lossy(Drawn.picture(4, 2, 3, BitDepth.EIGHT, false));
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.write(WebpWriter.chunk("VP8X", WebpWriter.extended(new ImageFile.Claim(4, 2), WebpWriter.HAS_ALPHA)));
        chunks.write(WebpWriter.chunk("ALPH", new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8})); // unpacked levels 1 to 8
        chunks.write(plain, 12, plain.length - 12);

        Picture read = Codec.decode(WebpWriter.file(chunks.toByteArray()), Limits.DEFAULT);

        assertThat(read.alpha().orElseThrow()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void lossyPicturesAreReadAsTheFormatsOwnLibraryReadsThem() throws IOException {
        float[] values = new float[32 * 32 * 3];
        for (int i = 0; i < 32 * 32; i++) {
            values[3 * i + (i % 32 < 15 ? 0 : 2)] = 1; // a hard edge of red and blue
        }
        Picture edge = Picture.of(new Pixels(32, 32, 3, values), BitDepth.EIGHT, Format.PNG);
        byte[] file = lossy(edge);
        BufferedImage expected;
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
            reader.setInput(in);
            expected = reader.read(0);
        }

        PngTest.assertSamples(
                Codec.decode(file, Limits.DEFAULT),
                (x, y, channel) -> expected.getRGB(x, y) >> (16 - 8 * channel) & 255);
    }

    private static byte[] frame(int width, int height, byte[] still) {
        ByteBuffer frame = ByteBuffer.allocate(16 + still.length - 12).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(6, width - 1).putInt(9, height - 1).putInt(12, 100).position(16);
        return WebpWriter.chunk("ANMF", frame.put(still, 12, still.length - 12).array());
    }

    private static byte[] animation(int width, int height, byte[]... frames) throws IOException {
        byte[] canvas = WebpWriter.extended(new ImageFile.Claim(width, height), WebpWriter.HAS_ALPHA);
        canvas[0] |= 2;
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.write(WebpWriter.chunk("VP8X", canvas));
        chunks.write(WebpWriter.chunk("ANIM", new byte[6]));
        for (byte[] frame : frames) {
            chunks.write(frame);
        }
        return WebpWriter.file(chunks.toByteArray());
    }
}
