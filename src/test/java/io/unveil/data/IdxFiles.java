package io.unveil.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** The smallest idx files, written by the tests. */
final class IdxFiles {
    private IdxFiles() {}

    /** Header of unsigned bytes, then these. */
    static byte[] bytes(int[] dimensions, int... values) {
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions.length + values.length);
        file.put(new byte[] {0, 0, 8, (byte) dimensions.length});
        for (int dimension : dimensions) {
            file.putInt(dimension);
        }
        for (int value : values) {
            file.put((byte) value);
        }
        return file.array();
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    /** Two pictures, 3 wide and 2 high: 0 to 5 and 250 to 255. */
    static byte[] twoPictures() {
        return bytes(new int[] {2, 2, 3}, 0, 1, 2, 3, 4, 5, 250, 251, 252, 253, 254, 255);
    }

    /** So many pictures of one pixel, whose level is their number. */
    static byte[] pixels(int count) {
        int[] levels = new int[count];
        for (int i = 0; i < count; i++) {
            levels[i] = i;
        }
        return bytes(new int[] {count, 1, 1}, levels);
    }

    static byte[] labels(int... classes) {
        return bytes(new int[] {classes.length}, classes);
    }

    /** Writes a file; a name that ends in .gz is packed. */
    static Path write(Path file, byte[] plain) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, file.toString().endsWith(".gz") ? gzip(plain) : plain);
    }
}
