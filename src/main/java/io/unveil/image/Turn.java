package io.unveil.image;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the eight ways to lay a square onto itself: transposed or not, then flipped or not along x and y.
 *
 * @param index 0 to 7: 1 flips along x, 2 flips along y, 4 transposes; 0 changes nothing
 */
public record Turn(int index) {
    public static final List<Turn> ALL =
            IntStream.range(0, 8).mapToObj(Turn::new).toList();

    /** The turned picture; a transposed one has width and height exchanged. */
    public Pixels apply(Pixels in) {
        Pixels out = empty(in);
        for (int y = 0; y < out.height(); y++) {
            for (int x = 0; x < out.width(); x++) {
                copy(in, source(x, y, out.width(), out.height()), out, y * out.width() + x);
            }
        }
        return out;
    }

    /** The picture as it was before {@link #apply}. */
    public Pixels undo(Pixels turned) {
        Pixels out = empty(turned);
        for (int y = 0; y < turned.height(); y++) {
            for (int x = 0; x < turned.width(); x++) {
                copy(turned, y * turned.width() + x, out, source(x, y, turned.width(), turned.height()));
            }
        }
        return out;
    }

    /** The index, row by row, of the picture's pixel that lands at (x, y) of the turned one. */
    public int source(int x, int y, int turnedWidth, int turnedHeight) {
        int u = flipsX() ? turnedWidth - 1 - x : x;
        int v = flipsY() ? turnedHeight - 1 - y : y;
        return transposes() ? u * turnedHeight + v : v * turnedWidth + u;
    }

    private Pixels empty(Pixels like) {
        int width = transposes() ? like.height() : like.width();
        int height = transposes() ? like.width() : like.height();
        return new Pixels(width, height, like.channels(), new float[like.values().length]);
    }

    /** Whether left and right of the turned picture are exchanged. */
    public boolean flipsX() {
        return (index & 1) != 0;
    }

    /** Whether top and bottom of the turned picture are exchanged. */
    public boolean flipsY() {
        return (index & 2) != 0;
    }

    /** Whether rows became columns. */
    public boolean transposes() {
        return (index & 4) != 0;
    }

    private static void copy(Pixels from, int pixel, Pixels to, int place) {
        int channels = from.channels();
        System.arraycopy(from.values(), pixel * channels, to.values(), place * channels, channels);
    }
}
