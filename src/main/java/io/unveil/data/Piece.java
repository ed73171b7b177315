package io.unveil.data;

import io.unveil.degradation.Draws;
import io.unveil.image.Size;

/**
 * Where a rectangle is cut out of a picture; it may be turned, stretched and mirrored. Levels are interpolated
 * bilinearly between four pixels; beyond the border the picture is mirrored.
 *
 * @param x middle of the rectangle in the picture, in pixels
 * @param y the same
 * @param turn in radians, clockwise
 * @param across pixels of the picture per pixel of the rectangle, along its rows; negative where mirrored
 * @param down the same along its columns
 */
record Piece(double x, double y, double turn, double across, double down) {
    /**
     * A random place in the picture, turned by at most {@code turn} radians, each axis stretched or shrunk by at most a
     * factor, mirrored or not.
     */
    static Piece somewhere(Size picture, double turn, double stretch, Draws draws) {
        return new Piece(
                draws.between(0, picture.width()),
                draws.between(0, picture.height()),
                draws.between(-turn, turn),
                factor(stretch, draws),
                factor(stretch, draws));
    }

    /** As {@link #somewhere}, but within the picture as far as it is large enough, and not mirrored. */
    static Piece within(Size picture, Size cut, double turn, double stretch, Draws draws) {
        return new Piece(
                middle(picture.width(), cut.width(), draws),
                middle(picture.height(), cut.height(), draws),
                draws.between(-turn, turn),
                Math.abs(factor(stretch, draws)),
                Math.abs(factor(stretch, draws)));
    }

    private static double middle(int side, int cut, Draws draws) {
        double room = Math.max(0, side - cut);
        return (side - room) / 2. + draws.between(0, 1) * room;
    }

    private static double factor(double stretch, Draws draws) {
        double factor = StrictMath.exp(draws.between(-1, 1) * StrictMath.log(stretch));
        return draws.chance(.5) ? factor : -factor;
    }

    /**
     * The nearest place at which the pixels of an upright rectangle lie on pixels of the picture: nothing is blurred.
     */
    Piece onPixels(Size cut) {
        return new Piece(
                Math.floor(x - cut.width() / 2.) + cut.width() / 2.,
                Math.floor(y - cut.height() / 2.) + cut.height() / 2.,
                turn,
                across,
                down);
    }

    /** The samples of the rectangle, row by row, channels interleaved. */
    byte[] cut(Example from, Size size) {
        int channels = from.channels();
        byte[] cut = new byte[Math.toIntExact(size.pixels() * channels)];
        double cosine = StrictMath.cos(turn);
        double sine = StrictMath.sin(turn);
        int at = 0;
        for (int j = 0; j < size.height(); j++) {
            double below = (j + .5 - size.height() / 2.) * down;
            for (int i = 0; i < size.width(); i++) {
                double right = (i + .5 - size.width() / 2.) * across;
                sample(from, x + cosine * right - sine * below - .5, y + sine * right + cosine * below - .5, cut, at);
                at += channels;
            }
        }
        return cut;
    }

    private static void sample(Example from, double x, double y, byte[] into, int at) {
        int width = from.size().width();
        int height = from.size().height();
        int channels = from.channels();
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float a = (float) (x - left);
        float b = (float) (y - top);
        int x0 = inside(left, width) * channels;
        int x1 = inside(left + 1, width) * channels;
        int y0 = inside(top, height) * width * channels;
        int y1 = inside(top + 1, height) * width * channels;
        byte[] samples = from.samples();
        for (int channel = 0; channel < channels; channel++) {
            float upper = (1 - a) * (samples[y0 + x0 + channel] & 255) + a * (samples[y0 + x1 + channel] & 255);
            float lower = (1 - a) * (samples[y1 + x0 + channel] & 255) + a * (samples[y1 + x1 + channel] & 255);
            into[at + channel] = (byte) Math.round((1 - b) * upper + b * lower);
        }
    }

    private static int inside(int i, int count) {
        return i >= 0 && i < count ? i : BorderMode.REFLECT.inside(i, count);
    }
}
