package io.unveil.inference;

import io.unveil.image.Pixels;

/** The work on one tile; called by several threads at once. */
public interface TileWork {
    /**
     * The result for the kept part of a tile.
     *
     * @param network for this tile
     */
    Pixels on(Tile tile, TileNetwork network);
}
