package io.unveil.degradation;

import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import io.unveil.image.Size;
import io.unveil.image.Source;

/**
 * Texture of one picture: pieces around any of its pixels, turned, mirrored or not, each axis stretched on its own; read linearly between the four nearest pixels, not
 * smoothed where it shrinks, and mirrored at the borders. Only what a piece needs of the picture is read.
 *
 * @param upright the chance that a piece is turned by no more than .1 radians; else it is turned by any angle
 * @param stretch an axis is stretched or shrunk by at most this factor; at least 1
 */
record PictureTexture(Source picture, double upright, double stretch) implements TextureSource {
    @Override
    public Pixels piece(Size size, Draws draws) {
        double angle = draws.chance(upright) ? draws.between(-.1, .1) : draws.between(-Math.PI, Math.PI);
        double across = draws.byFactors(1 / stretch, stretch) * (draws.chance(.5) ? 1 : -1);
        double down = draws.byFactors(1 / stretch, stretch) * (draws.chance(.5) ? 1 : -1);
        double middleX = draws.uniform() * picture.size().width();
        double middleY = draws.uniform() * picture.size().height();
        double reach = Math.sqrt(square(size.width() * across) + square(size.height() * down)) / 2 + 1;
        Rectangle around = new Rectangle((int) middleX, (int) middleY, 1, 1).grown((int) reach + 1, picture.size());
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        Pixels read = picture.region(around);
        float[] values = new float[Math.toIntExact(size.pixels()) * read.channels()];
        int i = 0;
        for (int y = 0; y < size.height(); y++) {
            double offY = (y + .5 - size.height() / 2.) * down;
            for (int x = 0; x < size.width(); x++) {
                double offX = (x + .5 - size.width() / 2.) * across;
                double fromX = middleX + cos * offX - sin * offY - .5 - around.x();
                double fromY = middleY + sin * offX + cos * offY - .5 - around.y();
                between(read, fromX, fromY, values, i);
                i += read.channels();
            }
        }
        return new Pixels(size.width(), size.height(), read.channels(), values);
    }

    private static double square(double value) {
        return value * value;
    }

    /** Writes the channels at a place between pixels. */
    private static void between(Pixels read, double x, double y, float[] values, int start) {
        double floorX = Math.floor(x);
        double floorY = Math.floor(y);
        float partX = (float) (x - floorX);
        float partY = (float) (y - floorY);
        int channels = read.channels();
        int left = mirrored((int) floorX, read.width()) * channels;
        int right = mirrored((int) floorX + 1, read.width()) * channels;
        int above = mirrored((int) floorY, read.height()) * read.width() * channels;
        int below = mirrored((int) floorY + 1, read.height()) * read.width() * channels;
        float[] from = read.values();
        for (int c = 0; c < channels; c++) {
            float upper = from[above + left + c] + (from[above + right + c] - from[above + left + c]) * partX;
            float lower = from[below + left + c] + (from[below + right + c] - from[below + left + c]) * partX;
            values[start + c] = upper + (lower - upper) * partY;
        }
    }

    /** The place along a line of so many that a place beyond its ends shows, the last ones not repeated. */
    private static int mirrored(int i, int length) {
        if (i >= 0 && i < length) {
            return i;
        }
        int period = Math.max(1, 2 * length - 2);
        int place = Math.floorMod(i, period);
        return place < length ? place : period - place;
    }
}
