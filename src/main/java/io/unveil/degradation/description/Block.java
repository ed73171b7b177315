package io.unveil.degradation.description;

import java.util.ArrayList;
import java.util.List;

/**
 * What is measured in a block of 32 x 32 pixels.
 *
 * @param planes of the picture, luma first
 * @param x left column
 * @param y top row
 * @param brightness mean luma, 8-bit levels
 * @param luma how the brightness varies
 * @param chroma how the colour varies: the mean of both differences of colour; nothing in a gray picture
 * @param unevenness of the fine variance within the block: mean square of that of its sixteen tiles over their squared
 *     mean. Noise is even: about 1.1. Texture, and noise that JPEG thinned out, lies well above
 * @param direction natural logarithm of the squared differences along rows over those along columns: 0 where neither
 *     direction prevails
 * @param still share of the sixteen tiles whose brightness is the same all over, or an exact slope
 */
record Block(
        List<Plane> planes,
        int x,
        int y,
        double brightness,
        Bands luma,
        Bands chroma,
        double unevenness,
        double direction,
        double still) {
    static final int SIDE = 32;

    /** From one block to the next: they overlap by half. */
    static final int STEP = 16;

    private static final double HAIR = 1e-3; // squared levels: keeps a constant block from dividing by nothing
    private static final double ROUNDING = 1e-4; // squared levels: variance that floats leave of none
    private static final double FAINT = .02; // the same for differences, which rounding to 8 bits alone makes larger

    /** All blocks of a picture's planes. */
    static List<Block> of(List<Plane> planes) {
        Plane luma = planes.get(0);
        List<Scales> scales = planes.stream().map(Scales::of).toList();
        List<Block> blocks = new ArrayList<>();
        for (int y = 0; y + SIDE <= luma.height(); y += STEP) {
            for (int x = 0; x + SIDE <= luma.width(); x += STEP) {
                blocks.add(at(x, y, planes, scales));
            }
        }
        return blocks;
    }

    private static Block at(int x, int y, List<Plane> planes, List<Scales> scales) {
        Bands chroma = scales.size() == 1
                ? new Bands(0, 0, 0)
                : scales.get(1).at(x, y).plus(scales.get(2).at(x, y));
        return new Block(
                planes,
                x,
                y,
                mean(planes.get(0), x, y),
                scales.get(0).at(x, y),
                new Bands(chroma.fine() / 2, chroma.middle() / 2, chroma.coarse() / 2),
                scales.get(0).unevenness(x, y),
                direction(planes.get(0), x, y),
                scales.get(0).still(x, y));
    }

    private static double mean(Plane plane, int left, int top) {
        double sum = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                sum += plane.at(left + x, top + y);
            }
        }
        return sum / (SIDE * SIDE);
    }

    private static double direction(Plane plane, int left, int top) {
        double along = 0;
        double down = 0;
        for (int y = top; y < top + SIDE - 1; y++) {
            for (int x = left; x < left + SIDE - 1; x++) {
                double dx = plane.at(x + 1, y) - plane.at(x, y);
                double dy = plane.at(x, y + 1) - plane.at(x, y);
                along += dx * dx;
                down += dy * dy;
            }
        }
        double least = FAINT * SIDE * SIDE;
        return Math.log((along + least) / (down + least));
    }

    /** The tiles of a plane at three sizes. */
    private record Scales(Tiles fine, Tiles middle, Tiles coarse) {
        static Scales of(Plane plane) {
            Plane half = plane.halved();
            return new Scales(
                    new Tiles(plane, Tiles.SIDE),
                    new Tiles(half, Tiles.SIDE),
                    new Tiles(half.halved(), STEP / 4)); // a tile is as large as a block
        }

        Bands at(int x, int y) {
            return new Bands(
                    fine.mean(x / 8, y / 8, 4), middle.mean(x / 16, y / 16, 2), coarse.variance(x / STEP, y / STEP));
        }

        double still(int x, int y) {
            int still = 0;
            for (int i = 0; i < 16; i++) {
                still += fine.variance(x / 8 + i % 4, y / 8 + i / 4) < ROUNDING ? 1 : 0;
            }
            return still / 16.;
        }

        double unevenness(int x, int y) {
            double mean = 0;
            double square = 0;
            for (int i = 0; i < 16; i++) {
                double variance = fine.variance(x / 8 + i % 4, y / 8 + i / 4);
                mean += variance / 16;
                square += variance * variance / 16;
            }
            return square / (mean * mean + HAIR);
        }
    }
}
