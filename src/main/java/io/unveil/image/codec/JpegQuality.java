package io.unveil.image.codec;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * How good a JPEG file is, from its steps of brightness: the quality at which the Independent JPEG Group's library
 * would choose steps that come nearest (its tables are those of ITU-T T.81, annex K.1).
 */
final class JpegQuality {
    private static final int STEPS = 64;

    /** Of annex K.1, table K.1, in zigzag order. */
    private static final int[] BRIGHTNESS = {
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51,
        61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77,
        113, 121, 112, 100, 120, 92, 101, 103, 99
    };

    private JpegQuality() {}

    /** The table of this number in a DQT segment, in zigzag order. */
    static Optional<int[]> table(ByteBuffer segment, int number) {
        ByteBuffer left = segment.slice();
        while (left.hasRemaining()) {
            int kind = left.get();
            int[] steps = new int[STEPS];
            for (int i = 0; i < STEPS; i++) {
                steps[i] = kind >> 4 == 0 ? left.get() & 0xFF : left.getShort() & 0xFFFF;
            }
            if ((kind & 15) == number) {
                return Optional.of(steps);
            }
        }
        return Optional.empty();
    }

    /** 1 to 100. */
    static int of(int[] steps) {
        int best = 1;
        long least = Long.MAX_VALUE;
        for (int quality = 1; quality <= 100; quality++) {
            long apart = 0;
            for (int i = 0; i < STEPS; i++) {
                apart += Math.abs(steps[i] - step(BRIGHTNESS[i], quality));
            }
            if (apart < least) {
                least = apart;
                best = quality;
            }
        }
        return best;
    }

    private static int step(int usual, int quality) {
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        return Math.max(1, Math.min(255, (usual * percent + 50) / 100));
    }
}
