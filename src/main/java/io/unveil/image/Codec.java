package io.unveil.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Files to pictures and back. Thin path: 8 bit through ImageIO. */
public final class Codec {
    private Codec() {}

    /** Finds format and size from the bytes alone; throws {@link RejectedImage} with UNSUPPORTED or DAMAGED. */
    public static Header header(byte[] file) {
        throw new UnsupportedOperationException();
    }

    /** Decodes under limits; throws {@link RejectedImage}. */
    public static Picture decode(byte[] file, Limits limits) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            if (image == null) {
                throw new RejectedImage(RejectedImage.Reason.UNSUPPORTED, "the bytes are no supported image");
            }
            limits.check(image.getWidth(), image.getHeight());
            int channels = image.getRaster().getNumBands() == 1 ? 1 : 3;
            Size size = new Size(image.getWidth(), image.getHeight());
            short[] samples = new short[Math.toIntExact(size.pixels() * channels)];
            if (channels == 1) {
                int[] row = image.getRaster().getSamples(0, 0, size.width(), size.height(), 0, (int[]) null);
                for (int i = 0; i < row.length; i++) {
                    samples[i] = (short) row[i];
                }
            } else {
                int[] argb = image.getRGB(0, 0, size.width(), size.height(), null, 0, size.width());
                for (int i = 0; i < argb.length; i++) {
                    samples[3 * i] = (short) (argb[i] >> 16 & 255);
                    samples[3 * i + 1] = (short) (argb[i] >> 8 & 255);
                    samples[3 * i + 2] = (short) (argb[i] & 255);
                }
            }
            return new Picture(size, channels, BitDepth.EIGHT, samples, Optional.empty(), Optional.empty(), Format.PNG);
        } catch (IOException e) {
            throw new RejectedImage(RejectedImage.Reason.DAMAGED, "the image is damaged: " + e.getMessage(), e);
        }
    }

    /** Encodes in a format that is written; JPEG at this quality (1 to 100) with 4:4:4 colour. */
    public static byte[] encode(Picture picture, Format format, int jpegQuality) {
        BufferedImage image = new BufferedImage(
                picture.size().width(),
                picture.size().height(),
                picture.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        short[] samples = picture.samples();
        if (picture.channels() == 1) {
            for (int i = 0; i < samples.length; i++) {
                data[i] = (byte) samples[i];
            }
        } else {
            for (int i = 0; i < samples.length; i += 3) {
                data[i] = (byte) samples[i + 2];
                data[i + 1] = (byte) samples[i + 1];
                data[i + 2] = (byte) samples[i];
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format.name(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
