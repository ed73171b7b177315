package io.unveil.inference;

import io.unveil.image.Pixels;
import io.unveil.image.Turn;

/** The network for one tile. */
@FunctionalInterface
public interface TileNetwork {
    /**
     * The network's input planes, interleaved, to output planes of the same height and width; sides are multiples of
     * its stride. Only what {@link Tile#kept} keeps is sure to be computed, the rest may be zeros.
     *
     * @param planes of the tile, turned so
     */
    Pixels apply(Pixels planes, Turn turn);

    /** Of planes that are not turned. */
    default Pixels apply(Pixels planes) {
        return apply(planes, Turn.ALL.get(0));
    }
}
