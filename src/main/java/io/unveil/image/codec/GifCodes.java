package io.unveil.image.codec;

/**
 * The codes of a GIF frame (LZW with codes of growing length; CompuServe, GIF89a, appendix F). Read here because the
 * JDK's reader leaves a frame blank from where its codes end, and says nothing.
 */
final class GifCodes {
    private static final int MOST = 4096;

    private final int literalBits;
    private final byte[] data;
    private int bit; // position of the next code
    private final short[] prefix = new short[MOST]; // the code a code prolongs
    private final byte[] last = new byte[MOST]; // the index it prolongs it by
    private final short[] length = new short[MOST];

    GifCodes(int literalBits, byte[] data) {
        if (literalBits < 1 || literalBits > 8) {
            throw RejectedImage.damaged(
                    "the GIF image is damaged: its codes begin with %d bits".formatted(literalBits));
        }
        this.literalBits = literalBits;
        this.data = data;
        for (int i = 0; i < 1 << literalBits; i++) {
            last[i] = (byte) i;
            length[i] = 1;
        }
    }

    /** This many colour indices; fewer in the data are damage, further ones are ignored. */
    byte[] indices(int count) {
        byte[] indices = new byte[count];
        int clear = 1 << literalBits;
        int free = clear + 2;
        int bits = literalBits + 1;
        int before = clear;
        for (int done = 0; done < count; ) {
            int code = next(bits);
            if (code == clear) {
                free = clear + 2;
                bits = literalBits + 1;
            } else {
                boolean known = code < free && code != clear + 1;
                if (!known && (code != free || before == clear)) {
                    throw RejectedImage.damaged("the GIF image is damaged: its data ends or breaks at pixel " + done);
                }
                if (before != clear && free < MOST) {
                    define(free++, before, known ? code : before);
                    bits = free == 1 << bits && bits < 12 ? bits + 1 : bits;
                }
                done = write(code, indices, done);
            }
            before = code;
        }
        return indices;
    }

    private int next(int bits) {
        if (bit + bits > 8L * data.length) {
            throw RejectedImage.damaged("the GIF image is damaged: its data ends before its last pixel");
        }
        int code = 0;
        for (int i = 0; i < bits; i++, bit++) {
            code |= (data[bit >> 3] >> (bit & 7) & 1) << i;
        }
        return code;
    }

    /** A new code stands for what the one before stood for, and the first index of the one that follows. */
    private void define(int code, int before, int follower) {
        prefix[code] = (short) before;
        length[code] = (short) (length[before] + 1);
        int first = follower;
        while (length[first] > 1) {
            first = prefix[first];
        }
        last[code] = last[first];
    }

    private int write(int code, byte[] indices, int from) {
        int end = from + length[code];
        int at = end;
        int link = code;
        for (int i = length[code]; i > 0; i--) {
            at--;
            if (at < indices.length) {
                indices[at] = last[link];
            }
            link = prefix[link];
        }
        return end;
    }
}
