package io.unveil.image.codec;

import io.unveil.image.BitDepth;
import io.unveil.image.Picture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * TIFF with 8 or 16 bits, gray or RGB, alpha and colour profile, high byte first: one strip, deflate after horizontal differences
 * (TIFF 6.0; Adobe Photoshop TIFF Technical Notes, 2002; tag 34675 of ICC.1).
 */
final class TiffWriter {
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int UNDEFINED = 7;
    private static final int HEADER = 8;

    private record Field(int type, int count, byte[] value) {}

    private final TreeMap<Integer, Field> fields = new TreeMap<>();

    private TiffWriter() {}

    static byte[] write(Picture picture) throws IOException {
        byte[] pixels = pixels(picture);
        int bands = new Interleaved(picture).bands();
        TiffWriter writer = new TiffWriter();
        writer.number(256, picture.size().width());
        writer.number(257, picture.size().height());
        writer.bits(bands, picture.depth().bits());
        writer.number(259, 8); // deflate
        writer.number(262, picture.channels() == 1 ? 1 : 2); // black is zero, RGB
        writer.number(273, HEADER);
        writer.number(277, bands);
        writer.number(278, picture.size().height());
        writer.number(279, pixels.length);
        writer.number(284, 1); // samples of a pixel side by side
        writer.number(317, 2); // differences
        if (picture.hasAlpha()) {
            writer.number(338, 2); // not multiplied into the colours
        }
        picture.profile().ifPresent(profile -> writer.fields.put(34675, new Field(UNDEFINED, profile.length, profile)));
        return writer.file(pixels);
    }

    private void number(int tag, int value) {
        fields.put(tag, new Field(LONG, 1, ByteBuffer.allocate(4).putInt(value).array()));
    }

    private void bits(int bands, int bits) {
        ByteBuffer value = ByteBuffer.allocate(2 * bands);
        for (int i = 0; i < bands; i++) {
            value.putShort((short) bits);
        }
        fields.put(258, new Field(SHORT, bands, value.array()));
    }

    /** Header, pixels, directory, then the values that do not fit into it. */
    private byte[] file(byte[] pixels) {
        int directory = HEADER + pixels.length + pixels.length % 2;
        int values = directory + 2 + 12 * fields.size() + 4;
        int length =
                values + fields.values().stream().mapToInt(TiffWriter::apart).sum();
        ByteBuffer file = ByteBuffer.allocate(length);
        file.put((byte) 'M')
                .put((byte) 'M')
                .putShort((short) 42)
                .putInt(directory)
                .put(pixels);
        file.position(directory).putShort((short) fields.size());
        int free = values;
        for (var entry : fields.entrySet()) {
            Field field = entry.getValue();
            int at = file.position();
            file.putShort(entry.getKey().shortValue())
                    .putShort((short) field.type)
                    .putInt(field.count);
            if (apart(field) == 0) {
                file.put(field.value);
            } else {
                file.putInt(free).put(free, field.value);
                free += apart(field);
            }
            file.position(at + 12);
        }
        return file.array();
    }

    private static int apart(Field field) {
        return field.value.length <= 4 ? 0 : field.value.length + field.value.length % 2;
    }

    private static byte[] pixels(Picture picture) throws IOException {
        Interleaved rows = new Interleaved(picture);
        byte[] line = new byte[rows.bytesPerRow()];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        deflater.setStrategy(Deflater.HUFFMAN_ONLY); // for the reasons given at PngWriter
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
            for (int y = 0; y < picture.size().height(); y++) {
                rows.row(y, line, 0);
                differences(line, rows.bands(), picture.depth());
                out.write(line);
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
