package io.unveil.inference;

import io.unveil.image.Pixels;
import java.util.function.UnaryOperator;

/** The work on one tile; called by several threads at once. */
public interface TileWork {
    /**
     * The result for the kept part of a tile.
     *
     * @param network the network's input planes, interleaved, to its output planes; sides are multiples of its stride
     */
    Pixels on(Tile tile, UnaryOperator<Pixels> network);
}
