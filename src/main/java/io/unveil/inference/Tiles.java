package io.unveil.inference;

import io.unveil.image.Size;
import java.util.List;

/** Cuts a picture into tiles so that the result has no seams. */
final class Tiles {
    private Tiles() {}

    /**
     * Tiles of one common size that read whole strides from the picture's upper left corner on, as the network does on
     * the whole picture; in reading order.
     *
     * @param stride the network's total stride
     * @param overlap pixels around a kept pixel that its result depends on: the reach of the receptive field
     * @param side longest side of a tile's input
     */
    static List<Tile> of(Size picture, int stride, int overlap, int side) {
        List<TileSpan> columns = TileSpan.along(picture.width(), stride, overlap, side);
        return TileSpan.along(picture.height(), stride, overlap, side).stream()
                .flatMap(rows -> columns.stream().map(one -> new Tile(one, rows)))
                .toList();
    }

    /** All of a picture as one tile, whose sides are multiples of the stride. */
    static Tile whole(Size picture, int stride) {
        return of(picture, stride, 0, Integer.MAX_VALUE).get(0);
    }
}
