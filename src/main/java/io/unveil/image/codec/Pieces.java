package io.unveil.image.codec;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Checksum;

/**
 * Bytes that are written without knowing how many there will be, kept in pieces: an array that grows stands in memory
 * up to three times.
 */
final class Pieces extends OutputStream {
    private static final int PIECE = 1 << 20;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] last = new byte[1 << 12];
    private int used;

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        int done = 0;
        while (done < length) {
            if (used == last.length) {
                full.add(last);
                last = new byte[PIECE];
                used = 0;
            }
            int count = Math.min(length - done, last.length - used);
            System.arraycopy(bytes, from + done, last, used, count);
            used += count;
            done += count;
        }
    }

    int length() {
        return Math.toIntExact(full.stream().mapToLong(piece -> piece.length).sum() + used);
    }

    void addTo(Checksum checksum) {
        full.forEach(piece -> checksum.update(piece, 0, piece.length));
        checksum.update(last, 0, used);
    }

    /** Copies all bytes to a place of an array. */
    void copyTo(byte[] file, int at) {
        int to = at;
        for (byte[] piece : full) {
            System.arraycopy(piece, 0, file, to, piece.length);
            to += piece.length;
        }
        System.arraycopy(last, 0, file, to, used);
    }
}
