package io.unveil.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * One stretch of an axis.
 *
 * @param start first position read, a multiple of the stride
 * @param length positions read, a multiple of the stride; the same for all cuts of an axis
 * @param from first position kept
 * @param to position after the last one kept
 */
public record TileSpan(int start, int length, int from, int to) {
    /**
     * Cuts an axis into as few equal stretches as a longest length allows. Neighbours share at least twice the overlap,
     * so that each kept position has at least the overlap around it, or the axis' own end; the kept parts follow one
     * another without a gap.
     */
    static List<TileSpan> along(int size, int stride, int overlap, int longest) {
        int padded = upTo(size, stride);
        int margin = upTo(overlap, stride);
        if (padded <= longest) {
            return List.of(new TileSpan(0, padded, 0, size));
        }
        int room = longest / stride * stride - 2 * margin;
        if (room < stride) {
            throw new IllegalArgumentException(
                    "tiles of %d leave nothing to keep with an overlap of %d".formatted(longest, margin));
        }
        int count = ceilDiv(padded - 2 * margin, room);
        int step = upTo(ceilDiv(padded - 2 * margin, count), stride);
        int length = step + 2 * margin;
        List<TileSpan> cuts = new ArrayList<>(count);
        int from = 0;
        for (int i = 0; i < count; i++) {
            int start = Math.min(i * step, padded - length);
            int to = i == count - 1 ? size : Math.min((i + 1) * step, padded - length) + margin;
            cuts.add(new TileSpan(start, length, from, to));
            from = to;
        }
        return cuts;
    }

    /** Whether so many of the first positions read are not kept. */
    boolean dropsFirst(int margin) {
        return from - start >= margin;
    }

    /** Whether so many of the last positions read are not kept. */
    boolean dropsLast(int margin) {
        return start + length - to >= margin;
    }

    private static int upTo(int number, int multiple) {
        return ceilDiv(number, multiple) * multiple;
    }

    private static int ceilDiv(int a, int b) {
        return (a + b - 1) / b;
    }
}
