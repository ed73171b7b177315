package io.unveil.anomaly;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;

/**
 * {@link Auroc} over the pixels of many pictures: counted in steps of a relative size of 1/8192, in which numbers count as equal, so that a set of any size takes the
 * same memory.
 */
public final class PixelAuroc {
    private static final int DROPPED_BITS = 10;

    private final long[] normal = new long[1 << (Integer.SIZE - DROPPED_BITS)];
    private final long[] anomalous = new long[1 << (Integer.SIZE - DROPPED_BITS)];

    /** Takes a map in, of the size of the mask; pixels under the mask are anomalous. */
    public void add(Pixels map, Mask defect) {
        for (int i = 0; i < map.values().length; i++) {
            int step = step(map.values()[i]);
            if (defect.at(i % map.width(), i / map.width())) {
                anomalous[step]++;
            } else {
                normal[step]++;
            }
        }
    }

    /** Rises with the number. */
    private static int step(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        int ordered = bits < 0 ? ~bits : bits ^ Integer.MIN_VALUE;
        return ordered >>> DROPPED_BITS;
    }

    /** NaN where there are no pixels of one of the two. */
    public double value() {
        double wins = 0;
        double below = 0;
        double defects = 0;
        for (int i = 0; i < normal.length; i++) {
            wins += anomalous[i] * (below + normal[i] / 2.0);
            below += normal[i];
            defects += anomalous[i];
        }
        return wins / below / defects;
    }
}
