package io.unveil.image.codec;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * TIFF with 8 or 16 bits, or floating point numbers of 32 where such came, gray or RGB, alpha, colour profile and
 * metadata, high byte first: one strip, deflate after horizontal differences (TIFF 6.0; Adobe Photoshop TIFF Technical
 * Notes, 2002; tag 34675 of ICC.1).
 */
final class TiffWriter {
    private static final int HEADER = 8;
    private static final int DPI_PARTS = 1000;

    private TiffWriter() {}

    static byte[] write(Picture picture) throws IOException {
        return write(List.of(picture));
    }

    /** A file of several pages, each as {@link #write(Picture)} writes it. */
    static byte[] write(List<Picture> pictures) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.put((byte) 'M').put((byte) 'M').putShort((short) 42);
        file.write(header.array());
        List<Integer> links = new ArrayList<>(List.of(HEADER - 4)); // where the place of the next directory stands
        List<Integer> directories = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            Page page = page(pictures.get(i), file.size(), i, pictures.size());
            directories.add(file.size() + page.directory);
            links.add(file.size() + page.link);
            file.write(page.bytes);
        }
        ByteBuffer whole = ByteBuffer.wrap(file.toByteArray());
        for (int i = 0; i < directories.size(); i++) {
            whole.putInt(links.get(i), directories.get(i));
        }
        return whole.array();
    }

    /**
     * A page: pixels, further directories, its directory.
     *
     * @param directory where it begins in these bytes
     * @param link where in it the place of the next one goes
     */
    private record Page(byte[] bytes, int directory, int link) {}

    private static Page page(Picture picture, int at, int number, int pages) throws IOException {
        Optional<byte[]> profile = ColorimetricProfile.of(picture, Format.TIFF);
        Metadata metadata = Metadata.of(picture);
        byte[] pixels = pixels(picture);
        TiffFields fields = new TiffFields();
        describe(fields, metadata);
        putPixels(fields, picture, at, pixels.length);
        if (pages > 1) {
            fields.number(254, 2); // one page of several
            fields.shorts(297, number, pages);
        }
        profile.ifPresent(bytes -> fields.bytes(34675, bytes));
        ExifBlock.Further further = metadata.exif()
                .map(block -> ExifBlock.Further.of(TiffTags.first(block)))
                .orElse(ExifBlock.Further.none());
        int behindPixels = pixels.length + pixels.length % 2;
        further.point(fields, at + behindPixels);
        int directory = behindPixels + further.length();
        int length = directory + fields.length();
        ByteBuffer file = ByteBuffer.allocate(at + length + length % 2); // places count from the file's beginning
        file.put(at, pixels);
        further.write(file, at + behindPixels);
        fields.write(file, at + directory);
        byte[] bytes = Arrays.copyOfRange(file.array(), at, file.capacity());
        return new Page(bytes, directory, directory + fields.link());
    }

    private static void putPixels(TiffFields fields, Picture picture, int at, int bytes) {
        int bands = new Interleaved(picture).bands();
        int[] bits = new int[bands];
        Arrays.fill(bits, picture.depth().bits());
        if (isFloat(picture)) {
            Arrays.fill(bits, 32);
            int[] kinds = new int[bands];
            Arrays.fill(kinds, TiffLayout.FLOAT);
            fields.shorts(TiffLayout.SAMPLE_FORMAT, kinds);
        }
        fields.number(256, picture.size().width());
        fields.number(257, picture.size().height());
        fields.shorts(258, bits);
        fields.shorts(259, 8); // deflate
        fields.shorts(262, picture.channels() == 1 ? 1 : 2); // black is zero, RGB
        fields.number(273, at);
        fields.shorts(TiffTags.ORIENTATION, 1);
        fields.shorts(277, bands);
        fields.number(278, picture.size().height());
        fields.number(279, bytes);
        fields.shorts(284, 1); // samples of a pixel side by side
        fields.shorts(317, isFloat(picture) ? 1 : 2); // differences of whole numbers
        if (picture.hasAlpha()) {
            fields.shorts(338, 2); // not multiplied into the colours
        }
    }

    private static void describe(TiffFields fields, Metadata metadata) {
        metadata.exif().ifPresent(block -> ExifBlock.describe(fields, block));
        metadata.xmp().ifPresent(packet -> fields.put(700, new TiffFields.Field(1, packet.length, packet)));
        metadata.iptc().ifPresent(records -> fields.bytes(33723, records));
        metadata.resolution().ifPresent(resolution -> {
            fields.fractions(282, DPI_PARTS, (int) Math.round(resolution.across() * DPI_PARTS));
            fields.fractions(283, DPI_PARTS, (int) Math.round(resolution.down() * DPI_PARTS));
            fields.shorts(296, 2); // to the inch
        });
    }

    /** Whether the samples came as floating point numbers, and are written as such. */
    private static boolean isFloat(Picture picture) {
        return picture.depth() == BitDepth.SIXTEEN
                && Metadata.of(picture).floats().isPresent();
    }

    /** Numbers of 32 bits on the scale of the file that came; alpha from 0 to 1. */
    private static void floats(byte[] line, ByteBuffer numbers, Picture picture, int bands) {
        FloatScale scale = Metadata.of(picture).floats().orElseThrow();
        ByteBuffer levels = ByteBuffer.wrap(line);
        numbers.clear();
        for (int i = 0; i < line.length / 2; i++) {
            int level = levels.getShort(2 * i) & 0xFFFF;
            boolean alpha = picture.hasAlpha() && i % bands == bands - 1;
            numbers.putFloat(alpha ? level / 65535f : scale.number(level, 65535));
        }
    }

    private static byte[] pixels(Picture picture) throws IOException {
        Interleaved rows = new Interleaved(picture);
        byte[] line = new byte[rows.bytesPerRow()];
        ByteBuffer numbers = ByteBuffer.allocate(2 * line.length);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        deflater.setStrategy(Deflater.HUFFMAN_ONLY); // for the reasons given at PngWriter
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
            for (int y = 0; y < picture.size().height(); y++) {
                rows.row(y, line, 0);
                if (isFloat(picture)) {
                    floats(line, numbers, picture, rows.bands());
                    out.write(numbers.array());
                } else {
                    differences(line, rows.bands(), picture.depth());
                    out.write(line);
                }
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** Of each sample to that of the pixel before, from the end, so that one array will do. */
    private static void differences(byte[] line, int bands, BitDepth depth) {
        if (depth == BitDepth.EIGHT) {
            for (int i = line.length - 1; i >= bands; i--) {
                line[i] -= line[i - bands];
            }
        } else {
            ByteBuffer samples = ByteBuffer.wrap(line);
            for (int i = line.length - 2; i >= 2 * bands; i -= 2) {
                samples.putShort(i, (short) (samples.getShort(i) - samples.getShort(i - 2 * bands)));
            }
        }
    }
}
