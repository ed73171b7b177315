package io.unveil.inference;

import io.unveil.autoencoder.Edges;
import io.unveil.image.Mirror;
import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import io.unveil.image.Source;
import io.unveil.image.Turn;

/**
 * A piece of a picture: the network's input, and the part of it whose result is kept. Both are in pixels of the
 * picture; the input may reach beyond its right and lower edge.
 *
 * @param columns along x
 * @param rows along y
 */
public record Tile(TileSpan columns, TileSpan rows) {
    public int width() {
        return columns.length();
    }

    public int height() {
        return rows.length();
    }

    /** The network's input, mirrored at the picture's edges (without repeating the edge itself). */
    public Pixels read(Source picture) {
        int inWidth = Math.min(width(), picture.size().width() - columns.start());
        int inHeight = Math.min(height(), picture.size().height() - rows.start());
        Pixels inside = picture.region(columns.start(), rows.start(), inWidth, inHeight);
        return inWidth == width() && inHeight == height() ? inside : mirrored(inside);
    }

    /**
     * The sides of the input, turned so, where the result is thrown away as far as the margin.
     *
     * @param margin pixels
     */
    Edges edges(int margin, Turn turn) {
        TileSpan across = turn.transposes() ? rows : columns;
        TileSpan down = turn.transposes() ? columns : rows;
        return new Edges(
                turn.flipsY() ? down.dropsLast(margin) : down.dropsFirst(margin),
                turn.flipsY() ? down.dropsFirst(margin) : down.dropsLast(margin),
                turn.flipsX() ? across.dropsLast(margin) : across.dropsFirst(margin),
                turn.flipsX() ? across.dropsFirst(margin) : across.dropsLast(margin));
    }

    /** Where in the picture the kept part lies. */
    public Rectangle place() {
        return Rectangle.between(columns.from(), rows.from(), columns.to(), rows.to());
    }

    /** The kept part of pixels that are as large as the input. */
    public Pixels kept(Pixels whole) {
        int width = columns.to() - columns.from();
        int height = rows.to() - rows.from();
        int channels = whole.channels();
        float[] values = new float[width * height * channels];
        for (int y = 0; y < height; y++) {
            int row = y + rows.from() - rows.start();
            int first = (row * whole.width() + columns.from() - columns.start()) * channels;
            System.arraycopy(whole.values(), first, values, y * width * channels, width * channels);
        }
        return new Pixels(width, height, channels, values);
    }

    private Pixels mirrored(Pixels inside) {
        int channels = inside.channels();
        float[] values = new float[width() * height() * channels];
        for (int y = 0; y < height(); y++) {
            int row = Mirror.at(y, inside.height()) * inside.width();
            for (int x = 0; x < width(); x++) {
                int from = (row + Mirror.at(x, inside.width())) * channels;
                System.arraycopy(inside.values(), from, values, (y * width() + x) * channels, channels);
            }
        }
        return new Pixels(width(), height(), channels, values);
    }
}
