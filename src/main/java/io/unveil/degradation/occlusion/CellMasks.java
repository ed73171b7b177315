package io.unveil.degradation.occlusion;

import io.unveil.degradation.Draws;
import io.unveil.image.Mask;
import io.unveil.image.Size;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The squares of a grid over a picture, divided at random into three sets. With each set hidden in turn, the whole
 * picture can be filled from the rest (RIAD, Zavrtanik et al. 2021, section 3.1).
 *
 * @param side of a square, in pixels
 */
public record CellMasks(int side) {
    /** How many sets there are. */
    public static final int SETS = 3;

    /** The sides for training and scoring. */
    public static final List<CellMasks> ALL =
            IntStream.of(4, 8, 16).mapToObj(CellMasks::new).toList();

    /** The squares of one set; those of all sets cover the picture once. */
    public Mask set(Size size, int number, long seed) {
        int columns = (size.width() + side - 1) / side;
        int rows = (size.height() + side - 1) / side;
        Draws draws = new Draws(seed);
        int[] sets = new int[rows * columns];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = draws.below(SETS);
        }
        return Mask.of(size, (x, y) -> sets[y / side * columns + x / side] == number);
    }
}
