package io.unveil.image.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Turns the unpacked bytes of a row into its samples (TIFF 6.0, sections 3 and 14; Adobe Photoshop TIFF Technical Note
 * 3 for floating point): bits from the highest on, rows from whole bytes, differences added up.
 */
final class TiffRow {
    private static final int DIFFERENCES = 2;
    private static final int FLOAT_DIFFERENCES = 3;

    private final int bits;
    private final int kind;
    private final int step; // samples from one pixel to the next
    private final int predictor;
    private final ByteOrder order;

    TiffRow(TiffLayout layout) {
        this.bits = layout.bits();
        this.kind = layout.kind();
        this.step = layout.together();
        this.predictor = (int) layout.tags().number(TiffLayout.PREDICTOR, 0, 1);
        this.order = layout.tags().order();
        if (predictor < 1 || predictor > FLOAT_DIFFERENCES) {
            throw RejectedImage.unsupported("the TIFF image has the unknown predictor " + predictor);
        }
    }

    /** Bytes of a row of so many pixels. */
    int bytes(int pixels) {
        return Math.toIntExact(((long) pixels * step * bits + 7) / 8);
    }

    /** Writes samples to every {@code stride}th place; whole numbers as they are, floating point ones in their bits. */
    void read(byte[] row, int count, double[] samples, int from, int stride) {
        boolean floating = predictor == FLOAT_DIFFERENCES;
        byte[] bytes = floating ? shuffled(row, count) : row;
        ByteBuffer data = ByteBuffer.wrap(bytes).order(floating ? ByteOrder.BIG_ENDIAN : order);
        long[] before = new long[step];
        long mask = bits == 64 ? -1 : (1L << bits) - 1;
        for (int i = 0; i < count; i++) {
            long raw = raw(data, i);
            if (predictor == DIFFERENCES) {
                raw = raw + before[i % step] & mask;
                before[i % step] = raw;
            }
            samples[from + i * stride] = number(raw);
        }
    }

    private long raw(ByteBuffer data, int i) {
        return switch (bits) {
            case 8 -> data.get(i) & 0xFFL;
            case 16 -> data.getShort(2 * i) & 0xFFFFL;
            case 24 -> three(data, 3 * i);
            case 32 -> data.getInt(4 * i) & 0xFFFFFFFFL;
            case 64 -> data.getLong(8 * i);
            default -> odd(data, (long) i * bits);
        };
    }

    private static long three(ByteBuffer data, int at) {
        long first = data.get(at) & 0xFF;
        long middle = data.get(at + 1) & 0xFF;
        long last = data.get(at + 2) & 0xFF;
        return data.order() == ByteOrder.BIG_ENDIAN
                ? first << 16 | middle << 8 | last
                : last << 16 | middle << 8 | first;
    }

    private long odd(ByteBuffer data, long bit) {
        long value = 0;
        for (int i = 0; i < bits; ) {
            int at = (int) ((bit + i) >> 3);
            int used = (int) ((bit + i) & 7);
            int some = Math.min(bits - i, 8 - used);
            value = (value << some) | ((data.get(at) >> (8 - used - some)) & ((1 << some) - 1));
            i += some;
        }
        return value;
    }

    private double number(long raw) {
        return switch (kind) {
            case TiffLayout.SIGNED -> (double) (raw << (64 - bits) >> (64 - bits));
            case TiffLayout.FLOAT ->
                switch (bits) {
                    case 16 -> small((int) raw, 5, 10);
                    case 24 -> small((int) raw, 7, 16);
                    case 32 -> Float.intBitsToFloat((int) raw);
                    default -> Double.longBitsToDouble(raw);
                };
            default -> (double) raw;
        };
    }

    /** A floating point number of 16 bits. */
    static float half(short bits) {
        return (float) small(bits & 0xFFFF, 5, 10);
    }

    /** A floating point number of few bits, as IEEE 754 has it. */
    private static double small(int raw, int exponentBits, int mantissaBits) {
        int exponent = (raw >> mantissaBits) & ((1 << exponentBits) - 1);
        int mantissa = raw & ((1 << mantissaBits) - 1);
        int bias = (1 << (exponentBits - 1)) - 1;
        double sign = raw >> (exponentBits + mantissaBits) == 0 ? 1 : -1;
        if (exponent == (1 << exponentBits) - 1) {
            return mantissa == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
        }
        double fraction = mantissa / (double) (1 << mantissaBits);
        return sign * (exponent == 0 ? Math.scalb(fraction, 1 - bias) : Math.scalb(1 + fraction, exponent - bias));
    }

    /** Differences of bytes, of which the highest of all samples come first, then those below. */
    private byte[] shuffled(byte[] row, int count) {
        int unit = bits / 8;
        for (int i = step; i < count * unit; i++) {
            row[i] += row[i - step];
        }
        byte[] bytes = new byte[count * unit];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < unit; k++) {
                bytes[i * unit + k] = row[k * count + i];
            }
        }
        return bytes;
    }
}
