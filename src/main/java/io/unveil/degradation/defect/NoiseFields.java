package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;
import io.unveil.image.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Smooth random fields of mean 0 and standard deviation 1, drawn beforehand on pages, from which pieces are cut at any
 * place in one of eight symmetries. A page is the sum of one to three octaves of noise after Perlin ("An image
 * synthesizer", SIGGRAPH 1985), each of twice the frequency and half the amplitude of the one before; an octave is
 * Gaussian numbers on a lattice, joined by uniform cubic B-splines. A page's lattice has 1.5 to (side / 6) cells along
 * a side, in half of the pages as many across as down. Immutable.
 */
final class NoiseFields {
    private static final int PAGES = 96;
    private static final int LEAST_PAGES = 12;
    private static final int MOST_VALUES = 16_000_000; // of all pages together; large pages are fewer
    private static final int ROOM = 64; // so that pieces of the largest size can lie at different places
    private static final int FINEST = 3; // pixels per cell, at least

    private final int side;
    private final List<float[]> pages = new ArrayList<>();

    /** @param largest size of the pieces */
    NoiseFields(Size largest, Draws draws) {
        side = Math.max(largest.width(), largest.height()) + ROOM;
        int count = Math.max(LEAST_PAGES, Math.min(PAGES, MOST_VALUES / (side * side)));
        for (int i = 0; i < count; i++) {
            pages.add(page(draws));
        }
    }

    /** A piece for a picture of this size, at most as wide and high as the largest. */
    Field piece(Size size, Draws draws) {
        float[] page = pages.get(draws.below(pages.size()));
        int turn = draws.below(8);
        boolean swapped = (turn & 4) != 0;
        int width = swapped ? size.height() : size.width();
        int height = swapped ? size.width() : size.height();
        int left = draws.below(side - width + 1);
        int top = draws.below(side - height + 1);
        boolean mirrored = (turn & 1) != 0;
        boolean upsideDown = (turn & 2) != 0;
        int start = (upsideDown ? top + height - 1 : top) * side + (mirrored ? left + width - 1 : left);
        int right = mirrored ? -1 : 1;
        int down = upsideDown ? -side : side;
        return swapped ? new Field(page, start, down, right) : new Field(page, start, right, down);
    }

    /**
     * A piece of a page.
     *
     * @param start where its first value lies
     * @param right from a value to its right neighbour
     * @param down from a value to the one below
     */
    record Field(float[] page, int start, int right, int down) {
        float at(int x, int y) {
            return page[start + x * right + y * down];
        }
    }

    private float[] page(Draws draws) {
        double most = Math.max(2, side / 6.);
        double across = draws.byFactors(1.5, most);
        double down = draws.chance(.5) ? across : draws.byFactors(1.5, most);
        float[] page = new float[side * side];
        int octaves = 1 + draws.below(3);
        for (int octave = 0; octave < octaves; octave++) {
            add(page, cells(across, octave), cells(down, octave), (float) Math.scalb(1, -octave), draws);
        }
        standardise(page);
        return page;
    }

    private int cells(double atFirst, int octave) {
        return (int) Math.min(side / FINEST, Math.round(Math.scalb(atFirst, octave)));
    }

    private void add(float[] page, int across, int down, float amplitude, Draws draws) {
        int columns = across + 4;
        float[][] lines = new float[down + 4][side];
        for (float[] line : lines) {
            float[] knots = new float[columns];
            for (int i = 0; i < columns; i++) {
                knots[i] = amplitude * (float) draws.normal();
            }
            for (int x = 0; x < side; x++) {
                double place = (double) x * across / side;
                int i = (int) place;
                float[] weight = spline((float) (place - i));
                line[x] = weight[0] * knots[i]
                        + weight[1] * knots[i + 1]
                        + weight[2] * knots[i + 2]
                        + weight[3] * knots[i + 3];
            }
        }
        for (int y = 0; y < side; y++) {
            double place = (double) y * down / side;
            int first = (int) place;
            float[] weight = spline((float) (place - first));
            for (int i = 0; i < 4; i++) {
                float[] line = lines[first + i];
                for (int x = 0; x < side; x++) {
                    page[y * side + x] += weight[i] * line[x];
                }
            }
        }
    }

    /** The weights of four knots for a place between the second and the third. */
    private static float[] spline(float part) {
        float rest = 1 - part;
        float square = part * part;
        float cube = square * part;
        return new float[] {
            rest * rest * rest / 6,
            (4 - 6 * square + 3 * cube) / 6,
            (1 + 3 * part + 3 * square - 3 * cube) / 6,
            cube / 6
        };
    }

    private static void standardise(float[] page) {
        double sum = 0;
        double squares = 0;
        for (float value : page) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / page.length;
        double deviation = Math.sqrt(squares / page.length - mean * mean);
        for (int i = 0; i < page.length; i++) {
            page[i] = (float) ((page[i] - mean) / deviation);
        }
    }
}
