package io.unveil.image.codec;

import io.unveil.image.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * The largest frame that AV1 data announces, read before a decoder makes room for it (AV1 Bitstream Specification 1.0,
 * 5.3 and 5.5).
 */
final class Av1Sequence {
    private static final int SEQUENCE_HEADER = 1;

    private final byte[] data;
    private final int end;
    private int bit;

    private Av1Sequence(byte[] data, int from, int end) {
        this.data = data;
        this.end = end;
        this.bit = 8 * from;
    }

    /** The sizes that the sequence headers of this data state. */
    static List<Size> sizes(byte[] data) {
        List<Size> sizes = new ArrayList<>();
        int at = 0;
        while (at < data.length) {
            int header = data[at] & 255;
            at += (header & 4) == 0 ? 1 : 2;
            long length = data.length - at;
            if ((header & 2) != 0) {
                length = 0;
                int shift = 0;
                int part;
                do {
                    part = data[at++] & 255;
                    length |= (long) (part & 127) << shift;
                    shift += 7;
                } while ((part & 128) != 0 && shift < 56);
            }
            if (length > data.length - at) {
                break;
            }
            if ((header >> 3 & 15) == SEQUENCE_HEADER) {
                sizes.add(new Av1Sequence(data, at, (int) (at + length)).size());
            }
            at += (int) length;
        }
        return sizes;
    }

    private long bits(int count) {
        long number = 0;
        for (int i = 0; i < count; i++, bit++) {
            if (bit >= 8 * end) {
                throw new IndexOutOfBoundsException("a sequence header ends too soon");
            }
            number = number << 1 | (data[bit / 8] >> (7 - bit % 8) & 1);
        }
        return number;
    }

    private boolean flag() {
        return bits(1) == 1;
    }

    private Size size() {
        bits(4); // profile, still picture
        if (flag()) {
            bits(5); // level
        } else {
            operatingPoints();
        }
        int widthBits = (int) bits(4) + 1;
        int heightBits = (int) bits(4) + 1;
        return new Size((int) bits(widthBits) + 1, (int) bits(heightBits) + 1);
    }

    private void operatingPoints() {
        boolean models = false;
        int delayBits = 0;
        if (flag()) {
            bits(64);
            if (flag()) {
                skipUnary();
            }
            models = flag();
            if (models) {
                delayBits = (int) bits(5) + 1;
                bits(42);
            }
        }
        boolean delays = flag();
        int points = (int) bits(5) + 1;
        for (int i = 0; i < points; i++) {
            bits(12);
            if (bits(5) > 7) {
                bits(1);
            }
            if (models && flag()) {
                bits(2 * delayBits + 1);
            }
            if (delays && flag()) {
                bits(4);
            }
        }
    }

    /** A number of as many bits as zeros stand before it. */
    private void skipUnary() {
        int zeros = 0;
        while (!flag() && zeros < 32) {
            zeros++;
        }
        bits(zeros < 32 ? zeros : 0);
    }
}
