package io.unveil.data;

/**
 * A set in two parts that share no example.
 *
 * @param training to learn from
 * @param heldOut to validate with
 */
public record Split(Dataset training, Dataset heldOut) {
    /**
     * Holds out examples 0, n, 2n, …, at most {@code most}; the rest is for training.
     *
     * @throws UnusableData when there is only one example
     */
    public static Split everyNth(Dataset set, int n, int most) {
        if (n < 2 || most < 1) {
            throw new IllegalArgumentException(
                    "of every %d examples one, at most %d, cannot be held out".formatted(n, most));
        }
        if (set.count() < 2) {
            throw new UnusableData(
                    "one picture cannot be used both for training and for validation: give more pictures, or --validation");
        }
        return new Split(
                Subset.of(set, "without every %dth, at most %d".formatted(n, most), i -> !held(i, n, most)),
                Subset.of(set, "every %dth, at most %d".formatted(n, most), i -> held(i, n, most)));
    }

    /** The split the other way round: the held-out examples are for training. */
    public Split swapped() {
        return new Split(heldOut, training);
    }

    private static boolean held(int index, int n, int most) {
        return index % n == 0 && index / n < most;
    }
}
