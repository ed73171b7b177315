package io.unveil.image.codec;

import java.io.InputStream;

/**
 * LZW as TIFF has it (TIFF 6.0, section 13): codes of 9 to 12 bits, high bit first, that grow one code early. Older
 * files have them with the low bit first and grow in time; their first code, 256, shows which it is.
 */
final class TiffLzw extends InputStream {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int MOST = 4096;

    private final byte[] data;
    private final boolean old;
    private long bit;
    private int bits = 9;
    private int free = END + 1;
    private int before = -1;
    private boolean ended;
    private final int[] prefix = new int[MOST];
    private final byte[] last = new byte[MOST];
    private final int[] length = new int[MOST];
    private final byte[] string = new byte[MOST + 1]; // what the last code stands for
    private int from;
    private int to;

    TiffLzw(byte[] data) {
        this.data = data;
        this.old = data.length > 1 && data[0] == 0 && (data[1] & 1) == 1;
        for (int i = 0; i < 256; i++) {
            last[i] = (byte) i;
            length[i] = 1;
        }
    }

    @Override
    public int read() {
        while (from == to) {
            if (ended) {
                return -1;
            }
            take(next());
        }
        return string[from++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int start, int count) {
        int done = 0;
        while (done < count) {
            if (from == to) {
                if (ended) {
                    return done == 0 ? -1 : done;
                }
                take(next());
            } else {
                int some = Math.min(count - done, to - from);
                System.arraycopy(string, from, into, start + done, some);
                from += some;
                done += some;
            }
        }
        return done;
    }

    private void take(int code) {
        from = 0;
        to = 0;
        if (code == END) {
            ended = true;
        } else if (code == CLEAR) {
            bits = 9;
            free = END + 1;
            before = -1;
        } else {
            boolean known = code < CLEAR || (code > END && code < free);
            if (!known && (code != free || before < 0)) {
                throw RejectedImage.damaged("the TIFF image is damaged: its LZW codes break");
            }
            if (before >= 0 && free < MOST) {
                define(known ? code : before);
            }
            write(code);
            before = code;
        }
    }

    /** A new code stands for what the one before stood for, and the first byte of the one that follows. */
    private void define(int follower) {
        int first = follower;
        while (length[first] > 1) {
            first = prefix[first];
        }
        prefix[free] = before;
        last[free] = last[first];
        length[free] = length[before] + 1;
        free++;
        int early = old ? 0 : 1;
        if (free + early >= 1 << bits && bits < 12) {
            bits++;
        }
    }

    private void write(int code) {
        to = length[code];
        int link = code;
        for (int i = to - 1; i >= 0; i--) {
            string[i] = last[link];
            link = prefix[link];
        }
    }

    private int next() {
        if (bit + bits > 8L * data.length) {
            return END; // writers forget it; what is missing is found missing
        }
        int code = 0;
        for (int i = 0; i < bits; i++, bit++) {
            int one = old ? data[(int) (bit >> 3)] >> (bit & 7) & 1 : data[(int) (bit >> 3)] >> (7 - (bit & 7)) & 1;
            code = old ? code | one << i : code << 1 | one;
        }
        return code;
    }
}
