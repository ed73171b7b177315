package io.unveil.image.codec;

import java.io.IOException;
import java.io.InputStream;

/** Runs of bytes as they are, or of one byte repeated (TIFF 6.0, section 9). */
final class PackBits extends InputStream {
    private final InputStream packed;
    private int left; // bytes of this run
    private int repeated = -1; // below 0 where they stand as they are

    PackBits(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        while (left == 0) {
            int head = packed.read();
            if (head < 0) {
                return -1;
            }
            if (head < 128) {
                left = head + 1;
                repeated = -1;
            } else if (head > 128) { // 128 does nothing
                left = 257 - head;
                repeated = packed.read();
                if (repeated < 0) {
                    return -1;
                }
            }
        }
        left--;
        return repeated >= 0 ? repeated : packed.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int value = read();
            if (value < 0) {
                return count == 0 ? -1 : count;
            }
            into[from + count++] = (byte) value;
        }
        return count;
    }
}
