package io.unveil.evaluation;

import io.unveil.pipeline.code.LatentCode;
import java.util.List;

/**
 * Latent codes as bytes: the range of each number is cut into equal steps, coded in a fixed number of bits. The ranges
 * come from codes seen before; like the decoder's weights and a format's own tables, they belong to the codec and not
 * to the file. No entropy coding.
 *
 * @param low least value of each number
 * @param high largest value of each number; values outside are clipped
 * @param bits 1 to 16
 */
record CodeBytes(float[] low, float[] high, int bits) {
    /** With the ranges of these codes; at least one code, all of one shape. */
    static CodeBytes fit(List<LatentCode> codes, int bits) {
        float[] low = codes.get(0).values().clone();
        float[] high = low.clone();
        for (LatentCode code : codes) {
            for (int i = 0; i < low.length; i++) {
                low[i] = Math.min(low[i], code.values()[i]);
                high[i] = Math.max(high[i], code.values()[i]);
            }
        }
        return new CodeBytes(low, high, bits);
    }

    /** Bytes of a code: all its bits, rounded up. */
    int length() {
        return (low.length * bits + 7) / 8;
    }

    byte[] pack(LatentCode code) {
        byte[] bytes = new byte[length()];
        for (int i = 0; i < low.length; i++) {
            int level = level(code.values()[i], i);
            for (int bit = 0; bit < bits; bit++) {
                int place = i * bits + bit;
                bytes[place / 8] |= (byte) ((level >> bit & 1) << place % 8);
            }
        }
        return bytes;
    }

    /** A code of this shape. */
    LatentCode unpack(byte[] bytes, LatentCode like) {
        float[] values = new float[low.length];
        for (int i = 0; i < low.length; i++) {
            int level = 0;
            for (int bit = 0; bit < bits; bit++) {
                int place = i * bits + bit;
                level |= (bytes[place / 8] >> place % 8 & 1) << bit;
            }
            values[i] = low[i] + level * step(i);
        }
        return new LatentCode(like.channels(), like.height(), like.width(), values);
    }

    private int level(float value, int i) {
        float step = step(i);
        return step == 0 ? 0 : Math.max(0, Math.min((1 << bits) - 1, Math.round((value - low[i]) / step)));
    }

    private float step(int i) {
        return (high[i] - low[i]) / ((1 << bits) - 1);
    }
}
