package io.unveil.autoencoder.layer;

/**
 * One axis of a sliding window: k positions, d apart, move by s over a side of M positions with p more at both ends.
 *
 * @param kernel k
 * @param stride s
 * @param padding p
 * @param dilation d
 */
public record Axis(int kernel, int stride, int padding, int dilation) {
    /** d (k - 1) + 1, the positions from the window's first to its last. */
    int length() {
        return dilation * (kernel - 1) + 1;
    }

    /** Whether a side that is a multiple of the stride holds exactly one window for each step: 2p = length - s. */
    boolean isCentred() {
        return 2 * padding == length() - stride;
    }

    /**
     * How many windows a side holds: floor((M + 2p - length) / s) + 1. Rounded up, it is the ceiling, without the last
     * window where that would hold only padding.
     */
    int windows(int side, Rounding rounding, String which) {
        int room = side + 2 * padding - length();
        if (room < 0) {
            throw new Layer.DoesNotClose("a kernel of %d does not fit into a %s of %d with padding %d"
                    .formatted(length(), which, side, padding));
        }
        if (rounding == Rounding.DOWN) {
            return room / stride + 1;
        }
        int windows = (room + stride - 1) / stride + 1;
        return (windows - 1) * stride < side + padding ? windows : windows - 1;
    }

    /** Positions that this many windows take beyond the end of a side. */
    int beyond(int side, int windows) {
        return Math.max(0, (windows - 1) * stride + length() - padding - side);
    }

    /** The transposed direction: s (M - 1) + length - 2p + e positions, where e are extra ones at the end. */
    int grown(int side, int extra, String which) {
        int grown = stride * (side - 1) + length() - 2 * padding + extra;
        if (grown < 1) {
            throw new Layer.DoesNotClose("padding %d leaves nothing of a %s of %d grown by kernel %d and stride %d"
                    .formatted(padding, which, side, length(), stride));
        }
        return grown;
    }

    /** The positions that these windows cover. */
    Span seenBy(Span windows) {
        return new Span(windows.first() * stride - padding, windows.last() * stride - padding + length() - 1);
    }

    /** In the transposed direction: the positions whose windows contain these positions. */
    Span seenByGrown(Span positions) {
        return new Span(
                -Math.floorDiv(length() - 1 - padding - positions.first(), (long) stride),
                Math.floorDiv(positions.last() + padding, (long) stride));
    }
}
