package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * WebP, lossless: what comes out is what was computed, and no caller has to guess at a quality. RGB with 8 bits, gray
 * as RGB (the format has no gray); alpha, colour profile, Exif and XMP (RFC 9649).
 */
final class WebpWriter {
    private static final int HAS_PROFILE = 0x20;
    static final int HAS_ALPHA = 0x10;
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_XMP = 0x04;
    private static final int FILE_HEADER = 12;

    /** Effort 0 to 6. */
    private static final int METHOD = 1;

    private WebpWriter() {}

    static byte[] write(Picture picture) throws IOException {
        Optional<byte[]> profile = ColorimetricProfile.of(picture, Format.WEBP);
        Metadata metadata = Metadata.of(picture);
        byte[] plain = encode(picture.inEightBits());
        if (profile.isEmpty() && metadata.exif().isEmpty() && metadata.xmp().isEmpty()) {
            return plain;
        }
        return extended(picture, 0, Arrays.copyOfRange(plain, FILE_HEADER, plain.length));
    }

    /** A file of these chunks with all that is said of the picture around them. */
    static byte[] extended(Picture picture, int furtherFlags, byte[] pictureChunks) {
        Optional<byte[]> profile = ColorimetricProfile.of(picture, Format.WEBP);
        Metadata metadata = Metadata.of(picture);
        int flags = furtherFlags
                | (picture.hasAlpha() ? HAS_ALPHA : 0)
                | (profile.isPresent() ? HAS_PROFILE : 0)
                | (metadata.exif().isPresent() ? HAS_EXIF : 0)
                | (metadata.xmp().isPresent() ? HAS_XMP : 0);
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        ImageFile.Claim claim =
                new ImageFile.Claim(picture.size().width(), picture.size().height());
        chunks.writeBytes(chunk("VP8X", extended(claim, flags)));
        profile.ifPresent(bytes -> chunks.writeBytes(chunk("ICCP", bytes)));
        chunks.writeBytes(pictureChunks);
        metadata.exif().ifPresent(bytes -> chunks.writeBytes(chunk("EXIF", bytes)));
        metadata.xmp().ifPresent(bytes -> chunks.writeBytes(chunk("XMP ", bytes)));
        return file(chunks.toByteArray());
    }

    /** The chunks of a still picture with nothing but its pixels. */
    static byte[] pixels(Picture picture) throws IOException {
        byte[] plain = encode(picture.inEightBits());
        return Arrays.copyOfRange(plain, FILE_HEADER, plain.length);
    }

    private static byte[] encode(Picture picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WebPWriteParam how = new WebPWriteParam(Locale.ROOT);
        how.setCompressionType(CompressionType.Lossless);
        how.setMethod(METHOD);
        how.setExact(true); // colours under alpha 0 are kept too
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(picture), null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage image(Picture picture) {
        int width = picture.size().width();
        int height = picture.size().height();
        int type = picture.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage(width, height, type);
        Interleaved rows = new Interleaved(picture);
        byte[] line = new byte[rows.bytesPerRow()];
        int[] argb = new int[width];
        for (int y = 0; y < height; y++) {
            rows.row(y, line, 0);
            for (int x = 0; x < width; x++) {
                int from = x * rows.bands();
                int alpha = picture.hasAlpha() ? line[from + rows.bands() - 1] & 255 : 255;
                int red = line[from] & 255;
                int green = picture.channels() == 1 ? red : line[from + 1] & 255;
                int blue = picture.channels() == 1 ? red : line[from + 2] & 255;
                argb[x] = alpha << 24 | red << 16 | green << 8 | blue;
            }
            image.getRaster().setDataElements(0, y, width, 1, argb);
        }
        return image;
    }

    /** The data of a VP8X chunk. */
    static byte[] extended(ImageFile.Claim canvas, int flags) {
        ByteBuffer data = ByteBuffer.allocate(11).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(flags);
        data.putInt(4, (int) canvas.width() - 1); // three bytes each, the fourth is overwritten
        data.putInt(7, (int) canvas.height() - 1);
        return Arrays.copyOf(data.array(), 10);
    }

    static byte[] chunk(String type, byte[] data) {
        ByteBuffer chunk =
                ByteBuffer.allocate(8 + data.length + data.length % 2).order(ByteOrder.LITTLE_ENDIAN);
        return chunk.put(type.getBytes(US_ASCII)).putInt(data.length).put(data).array();
    }

    static byte[] file(byte[] chunks) {
        ByteBuffer file = ByteBuffer.allocate(12 + chunks.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(US_ASCII)).putInt(4 + chunks.length).put("WEBP".getBytes(US_ASCII));
        return file.put(chunks).array();
    }
}
