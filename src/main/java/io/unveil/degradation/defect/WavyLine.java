package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;
import io.unveil.image.Size;

/**
 * A line across the picture, three in five along an axis: wavy by a noise field, half of the time by 0 to 4 pixels,
 * else by up to 1/6 of the side; of three in ten only a piece counts, 1/8 of the side to all of it.
 *
 * @param cos with the sine, the direction in which the line is crossed
 * @param middleX with middleY, the origin of distances along and across the line
 * @param off distance of the line from that point
 * @param waves the field's amplitude, in pixels
 * @param pieceMiddle how far along the line the piece lies
 * @param piece its length
 */
record WavyLine(
        double cos,
        double sin,
        double middleX,
        double middleY,
        double off,
        double waves,
        NoiseFields.Field field,
        double pieceMiddle,
        double piece) {
    private static final double WHOLE = 1e9;

    static WavyLine drawn(Size size, NoiseFields fields, Draws draws) {
        double side = Math.min(size.width(), size.height());
        double angle = draws.chance(.6) ? draws.below(4) * Math.PI / 2 : draws.between(0, 2 * Math.PI);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double depth = Math.abs(cos) * size.width() + Math.abs(sin) * size.height();
        double width = Math.abs(sin) * size.width() + Math.abs(cos) * size.height();
        return new WavyLine(
                cos,
                sin,
                size.width() / 2.,
                size.height() / 2.,
                draws.between(-.45, .45) * depth,
                draws.chance(.5) ? draws.between(0, 4) : draws.byFactors(2, Math.max(2, side / 6)),
                fields.piece(size, draws),
                draws.between(-.5, .5) * width,
                draws.chance(.3) ? draws.byFactors(Math.max(2, side / 8), Math.max(3, side)) : WHOLE);
    }

    /** The distance of a pixel beyond the line; negative before it. */
    double beyond(int x, int y) {
        return cos * (x + .5 - middleX) + sin * (y + .5 - middleY) - off + waves * field.at(x, y);
    }

    /** The distance of a pixel inside the piece; negative outside. */
    double within(int x, int y) {
        return piece / 2 - Math.abs(cos * (y + .5 - middleY) - sin * (x + .5 - middleX) - pieceMiddle);
    }
}
