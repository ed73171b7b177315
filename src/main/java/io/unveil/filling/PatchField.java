package io.unveil.filling;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * For each patch of a level that touches the hole, the most similar known patch, found by PatchMatch (Barnes,
 * Shechtman, Finkelstein and Goldman, "PatchMatch: a randomized correspondence algorithm for structural image editing",
 * SIGGRAPH 2009). A patch is named by its centre, the centre by its pixel index, row by row.
 */
final class PatchField {
    /** Patches are twice this and one pixel wide. */
    static final int RADIUS = 3;

    private static final int NOWHERE = -1;
    private static final int AT_ONCE =
            1024; // targets between two checks for an interruption: a few milliseconds of search

    private final PatchLevel level;
    private final Interruption interruption;
    private final int width;
    private final int height;
    private final int channels;
    private final boolean[] known; // centres of patches that are fully known
    private final int[] sources; // the known centres as a list
    private final int[] targets; // centres of patches that touch the hole, row by row
    private final int[] match; // of each target, else nowhere
    private final float[] cost; // squared distance of a target to its match

    PatchField(PatchLevel level, Interruption interruption) {
        this.level = level;
        this.interruption = interruption;
        this.width = level.width();
        this.height = level.height();
        this.channels = level.channels();
        this.known = touching(level.unknown());
        for (int i = 0; i < known.length; i++) {
            known[i] = !known[i];
        }
        this.sources = inner(known);
        this.targets = inner(touching(level.hole()));
        this.match = new int[known.length];
        Arrays.fill(match, NOWHERE);
        this.cost = new float[known.length];
    }

    /** Centres of patches with a marked pixel in them: marks spread along rows, then along columns. */
    private boolean[] touching(boolean[] marked) {
        boolean[] rows = new boolean[marked.length];
        boolean[] all = new boolean[marked.length];
        for (int i = 0; i < marked.length; i++) {
            if (marked[i]) {
                int x = i % width;
                Arrays.fill(rows, i - Math.min(x, RADIUS), i + Math.min(width - 1 - x, RADIUS) + 1, true);
            }
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i]) {
                int y = i / width;
                for (int row = Math.max(0, y - RADIUS); row <= Math.min(height - 1, y + RADIUS); row++) {
                    all[i + (row - y) * width] = true;
                }
            }
        }
        return all;
    }

    /** Keeps only the marked pixels around which a whole patch fits into the picture. */
    private int[] inner(boolean[] marked) {
        int[] inner = new int[marked.length];
        int count = 0;
        for (int i = 0; i < marked.length; i++) {
            int x = i % width;
            int y = i / width;
            marked[i] &= x >= RADIUS && x < width - RADIUS && y >= RADIUS && y < height - RADIUS;
            if (marked[i]) {
                inner[count++] = i;
            }
        }
        return Arrays.copyOf(inner, count);
    }

    /** Whether there is something to copy from and something to fill. */
    boolean possible() {
        return sources.length > 0 && targets.length > 0;
    }

    PatchLevel level() {
        return level;
    }

    /** The longer side of the level. */
    int extent() {
        return Math.max(width, height);
    }

    int[] targets() {
        return targets;
    }

    /** Applies a step to each target, row by row, until interrupted. */
    void forEachTarget(IntConsumer work) {
        for (int i = 0; i < targets.length; i++) {
            checkAt(i);
            work.accept(targets[i]);
        }
    }

    private void checkAt(int index) {
        if (index % AT_ONCE == 0) {
            interruption.check();
        }
    }

    Interruption interruption() {
        return interruption;
    }

    int match(int target) {
        return match[target];
    }

    float cost(int target) {
        return cost[target];
    }

    void matchAtRandom(SplittableRandom random) {
        for (int target : targets) {
            match[target] = anySource(random);
        }
    }

    /** Takes over the matches of a level half as wide; neighbouring pixels keep neighbouring sources. */
    void matchAs(PatchField coarse, SplittableRandom random) {
        for (int target : targets) {
            int x = target % width;
            int y = target / width;
            int parentX = Math.min(coarse.width - 1 - RADIUS, Math.max(RADIUS, x / 2));
            int parentY = Math.min(coarse.height - 1 - RADIUS, Math.max(RADIUS, y / 2));
            int found = coarse.match[parentY * coarse.width + parentX];
            int source = found == NOWHERE
                    ? NOWHERE
                    : source(x + 2 * (found % coarse.width - parentX), y + 2 * (found / coarse.width - parentY));
            match[target] = source == NOWHERE ? anySource(random) : source;
        }
    }

    private int anySource(SplittableRandom random) {
        return sources[random.nextInt(sources.length)];
    }

    private int source(int x, int y) {
        return x >= 0 && x < width && y >= 0 && y < height && known[y * width + x] ? y * width + x : NOWHERE;
    }

    /** Computes the costs anew after the hole's values have changed. */
    void measure() {
        forEachTarget(target -> cost[target] = distance(target, match[target], Float.POSITIVE_INFINITY));
    }

    /**
     * One pass of search (Barnes et al., section 3.2) over the targets, forwards or backwards: each tries the matches
     * of the two neighbours that it comes from, shifted, and then random places ever nearer to its own.
     *
     * @param farthest how many pixels off, across and down, the first random place may lie; 0 for none at all
     */
    void search(boolean forwards, int farthest, SplittableRandom random) {
        int step = forwards ? 1 : -1;
        for (int i = 0; i < targets.length; i++) {
            checkAt(i);
            int target = targets[forwards ? i : targets.length - 1 - i];
            propagate(target, step);
            propagate(target, step * width);
            for (int reach = farthest; reach >= 1; reach /= 2) {
                int x = match[target] % width + random.nextInt(-reach, reach + 1);
                int y = match[target] / width + random.nextInt(-reach, reach + 1);
                attempt(target, source(x, y));
            }
        }
    }

    /** A fully known patch has a pixel beside its centre in all directions. */
    private void propagate(int target, int step) {
        int neighbour = match[target - step];
        if (neighbour != NOWHERE && known[neighbour + step]) {
            attempt(target, neighbour + step);
        }
    }

    private void attempt(int target, int candidate) {
        if (candidate != NOWHERE && candidate != match[target]) {
            float found = distance(target, candidate, cost[target]);
            if (found < cost[target]) {
                cost[target] = found;
                match[target] = candidate;
            }
        }
    }

    /** Sum of squared differences of two patches; stops after the row that exceeds a limit. */
    private float distance(int one, int other, float limit) {
        float sum = 0;
        for (int y = -RADIUS; y <= RADIUS && sum < limit; y++) {
            sum += rowDistance((one + y * width - RADIUS) * channels, (other + y * width - RADIUS) * channels);
        }
        return sum;
    }

    /** Four sums, because each addition to a single sum would wait for the one before. */
    private float rowDistance(int one, int other) {
        float[] values = level.values();
        int row = (2 * RADIUS + 1) * channels;
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < row; i += 4) {
            float first = values[one + i] - values[other + i];
            float second = values[one + i + 1] - values[other + i + 1];
            float third = values[one + i + 2] - values[other + i + 2];
            float fourth = values[one + i + 3] - values[other + i + 3];
            a += first * first;
            b += second * second;
            c += third * third;
            d += fourth * fourth;
        }
        for (; i < row; i++) {
            float last = values[one + i] - values[other + i];
            a += last * last;
        }
        return a + b + (c + d);
    }
}
