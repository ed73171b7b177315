package io.unveil.data;

import io.unveil.degradation.Draws;

/**
 * Turns a picture about its middle by an angle drawn evenly from -degrees to degrees; a positive angle turns
 * counter-clockwise. Levels are interpolated bilinearly between four pixels.
 *
 * @param fill what comes in from beyond the border of the picture of the picture
 */
record Rotate(double degrees, BorderMode fill) implements Transform.Random {
    @Override
    public Example inTraining(Example in, Draws draws) {
        return turned(in, new Range(-degrees, degrees).draw(draws));
    }

    /** The level at (x, y) is the one that lay where the turn comes from. */
    Example turned(Example in, double angle) {
        double cosine = StrictMath.cos(Math.toRadians(angle));
        double sine = StrictMath.sin(Math.toRadians(angle));
        double middleX = (in.size().width() - 1) / 2.;
        double middleY = (in.size().height() - 1) / 2.;
        return in.drawn(in.size(), in.channels(), (x, y, channel) -> {
            double right = x - middleX;
            double down = y - middleY;
            return bilinear(
                    in, middleX + cosine * right - sine * down, middleY + sine * right + cosine * down, channel);
        });
    }

    private int bilinear(Example in, double x, double y, int channel) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double across = x - left;
        double down = y - top;
        double upper =
                (1 - across) * fill.level(in, left, top, channel) + across * fill.level(in, left + 1, top, channel);
        double lower = (1 - across) * fill.level(in, left, top + 1, channel)
                + across * fill.level(in, left + 1, top + 1, channel);
        return (int) Math.round((1 - down) * upper + down * lower);
    }
}
