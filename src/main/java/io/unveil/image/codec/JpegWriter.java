package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.unveil.image.Format;
import io.unveil.image.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.NodeList;

/** JPEG with 8 bits, gray or YCbCr, colour profile and metadata. Alpha is left out: the colours stay as they stand. */
final class JpegWriter {
    private static final String METADATA = "javax_imageio_jpeg_image_1.0";
    private static final int PART_BYTES = 65519; // of a profile: 65535 less length, name and numbers

    private JpegWriter() {}

    static byte[] write(Picture picture, JpegEncoding how) throws IOException {
        Optional<byte[]> profile = ColorimetricProfile.of(picture, Format.JPEG);
        Metadata metadata = Metadata.of(picture);
        byte[] plain = encode(image(picture.inEightBits()), how.quality(), how.chroma());
        metadata.resolution().ifPresent(resolution -> writeDensity(plain, resolution));
        int afterJfif = 4 + ((plain[4] & 255) << 8 | (plain[5] & 255));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(plain, 0, afterJfif);
        DataOutputStream out = new DataOutputStream(file);
        writeSegment(out, 0xFFE1, Jpeg.EXIF_NAME, metadata.exif());
        writeSegment(out, 0xFFE1, Jpeg.XMP_NAME, metadata.xmp());
        writeSegment(out, 0xFFED, Jpeg.PHOTOSHOP_NAME, metadata.iptc().map(PhotoshopResources::ofIptc));
        if (profile.isPresent()) {
            writeProfile(profile.get(), out);
        }
        file.write(plain, afterJfif, plain.length - afterJfif);
        return file.toByteArray();
    }

    /** Into the JFIF header that the file begins with: pixels to the inch. */
    private static void writeDensity(byte[] file, Resolution resolution) {
        ByteBuffer.wrap(file, 13, 5)
                .put((byte) 1)
                .putShort((short) Math.min(65535, Math.round(resolution.across())))
                .putShort((short) Math.min(65535, Math.round(resolution.down())));
    }

    /** A block that one segment cannot hold is left out; {@link Losses} says so. */
    private static void writeSegment(DataOutputStream out, int marker, String name, Optional<byte[]> block)
            throws IOException {
        if (block.isPresent() && fits(name, block.get())) {
            out.writeShort(marker);
            out.writeShort(2 + name.length() + block.get().length);
            out.write(name.getBytes(ISO_8859_1));
            out.write(block.get());
        }
    }

    static boolean fits(String name, byte[] block) {
        return 2 + name.length() + block.length <= 65535;
    }

    /** In as many APP2 segments as it takes (ICC.1:2022, annex B.4). */
    private static void writeProfile(byte[] profile, DataOutputStream out) throws IOException {
        int parts = (profile.length + PART_BYTES - 1) / PART_BYTES;
        for (int part = 0; part < parts; part++) {
            int from = part * PART_BYTES;
            int length = Math.min(PART_BYTES, profile.length - from);
            out.writeShort(0xFFE2);
            out.writeShort(2 + Jpeg.ICC_NAME.length() + 2 + length);
            out.write(Jpeg.ICC_NAME.getBytes(ISO_8859_1));
            out.writeByte(part + 1);
            out.writeByte(parts);
            out.write(profile, from, length);
        }
    }

    private static byte[] encode(BufferedImage image, int quality, Chroma chroma) throws IOException {
        ImageWriter writer = jdkWriter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality / 100f);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), how);
            if (chroma == Chroma.FULL) {
                avoidSubsampling(metadata);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter jdkWriter() {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getModule().equals(ImageIO.class.getModule())) {
                return writer;
            }
        }
        throw new IllegalStateException("this Java runtime has no JPEG writer");
    }

    /** The writer halves the chroma planes unless its metadata says otherwise. */
    private static void avoidSubsampling(IIOMetadata metadata) throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(METADATA);
        NodeList components = root.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            IIOMetadataNode component = (IIOMetadataNode) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        metadata.setFromTree(METADATA, root);
    }

    private static BufferedImage image(Picture picture) {
        boolean gray = picture.channels() == 1;
        BufferedImage image = new BufferedImage(
                picture.size().width(),
                picture.size().height(),
                gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        short[] samples = picture.samples();
        for (int i = 0; i < samples.length; i++) {
            int bgr = gray ? i : i + 2 - 2 * (i % 3);
            data[bgr] = (byte) samples[i];
        }
        return image;
    }
}
