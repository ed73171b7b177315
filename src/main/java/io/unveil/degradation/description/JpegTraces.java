package io.unveil.degradation.description;

import io.unveil.image.codec.Chroma;
import io.unveil.image.codec.JpegEncoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What JPEG has left in the pixels of a picture that need no longer be a JPEG file.
 *
 * @param quality 1 to 100, on the scale of the Independent JPEG Group's encoder
 * @param halvedColour whether colour seems to have been kept at half the size (4:2:0)
 */
public record JpegTraces(int quality, boolean halvedColour) {
    private static final int SIDE = 8;
    private static final int FEW = 24; // coefficients of one frequency that must be told from 0
    private static final int ENOUGH = 4000; // blocks
    private static final int LARGEST = 64; // step that is looked for
    private static final double COMB = .6; // mean cosine above which coefficients lie on multiples of a step
    private static final double SMOOTH = .55; // fine over middle deviation of colours that were enlarged

    /** Frequencies across and down, low ones: the others are mostly 0. */
    private static final int[][] FREQUENCIES = {{1, 0}, {0, 1}, {1, 1}, {2, 0}, {0, 2}, {2, 1}, {1, 2}, {2, 2}, {3, 0}};

    /** The steps of these for luma in the tables that encoders scale (ITU-T T.81, table K.1). */
    private static final int[] USUAL = {11, 12, 12, 10, 14, 14, 13, 16, 16};

    static JpegTraces of(JpegEncoding file) {
        return new JpegTraces(file.quality(), file.chroma() == Chroma.HALVED);
    }

    /**
     * The traces in the luma of a picture, if there are any: on the right grid of 8 x 8 pixels, the coefficients of the
     * discrete cosine transform are multiples of the encoder's steps (Fan and de Queiroz 2003, "Identification of
     * bitmap compression history", IEEE Transactions on Image Processing 12(2)). Found only where the picture was not
     * resized afterwards.
     *
     * @param planes luma first
     */
    static Optional<JpegTraces> of(List<Plane> planes, List<Block> blocks) {
        Plane luma = planes.get(0);
        int left = seam(luma, true);
        int top = seam(luma, false);
        List<Double> factors = new ArrayList<>();
        for (int i = 0; i < FREQUENCIES.length; i++) {
            int step = step(coefficients(luma, left, top, FREQUENCIES[i]));
            if (step > 0) {
                factors.add((double) step / USUAL[i]);
            }
        }
        if (2 * factors.size() <= FREQUENCIES.length) {
            return Optional.empty();
        }
        factors.sort(null);
        return Optional.of(new JpegTraces(quality(factors.get(factors.size() / 2)), halved(blocks)));
    }

    /** What the encoder of the Independent JPEG Group calls a table of so many times the usual steps. */
    private static int quality(double factor) {
        double quality = factor < 1 ? 100 - 50 * factor : 50 / factor;
        return (int) Math.max(1, Math.min(100, Math.round(quality)));
    }

    /**
     * Where blocks begin: the column or row, of the first eight, before which neighbours differ most unlike the next.
     */
    private static int seam(Plane plane, boolean columns) {
        int width = columns ? plane.width() : plane.height();
        int height = columns ? plane.height() : plane.width();
        double[] jump = new double[SIDE];
        for (int j = 0; j < height; j++) {
            for (int i = 2; i < width - 1; i++) {
                float before = columns ? plane.at(i - 2, j) : plane.at(j, i - 2);
                float left = columns ? plane.at(i - 1, j) : plane.at(j, i - 1);
                float right = columns ? plane.at(i, j) : plane.at(j, i);
                float after = columns ? plane.at(i + 1, j) : plane.at(j, i + 1);
                jump[i % SIDE] += Math.min(8, Math.abs(right - left - (left - before + after - right) / 2));
            }
        }
        int best = 0;
        for (int i = 1; i < SIDE; i++) {
            best = jump[i] > jump[best] ? i : best;
        }
        return best;
    }

    /** One coefficient of each block that begins on the grid. */
    private static double[] coefficients(Plane plane, int left, int top, int[] frequency) {
        double[] across = cosines(frequency[0]);
        double[] down = cosines(frequency[1]);
        int columns = Math.max(0, (plane.width() - left) / SIDE);
        int rows = Math.max(0, (plane.height() - top) / SIDE);
        int step = 1 + columns * rows / ENOUGH;
        double[] found = new double[columns * rows / step];
        for (int i = 0; i < found.length; i++) {
            int block = i * step;
            int x = left + block % columns * SIDE;
            int y = top + block / columns * SIDE;
            double sum = 0;
            for (int j = 0; j < SIDE; j++) {
                double row = 0;
                for (int k = 0; k < SIDE; k++) {
                    row += across[k] * plane.at(x + k, y + j);
                }
                sum += down[j] * row;
            }
            found[i] = sum;
        }
        return found;
    }

    private static double[] cosines(int frequency) {
        double[] cosines = new double[SIDE];
        double size = frequency == 0 ? Math.sqrt(1. / SIDE) : Math.sqrt(2. / SIDE);
        Arrays.setAll(cosines, i -> size * Math.cos((2 * i + 1) * frequency * Math.PI / (2 * SIDE)));
        return cosines;
    }

    /**
     * The largest step that the coefficients are multiples of; 0 where there is none of at least 2, or too few tell.
     */
    private static int step(double[] coefficients) {
        for (int step = LARGEST; step >= 2; step--) {
            double sum = 0;
            int told = 0;
            for (double coefficient : coefficients) {
                if (Math.abs(coefficient) > step / 2.) {
                    sum += Math.cos(2 * Math.PI * coefficient / step);
                    told++;
                }
            }
            if (told >= FEW && sum > COMB * told) {
                return step;
            }
        }
        return 0;
    }

    private static boolean halved(List<Block> blocks) {
        double[] ratios = blocks.stream()
                .map(Block::chroma)
                .filter(chroma -> chroma.middle() > 1)
                .mapToDouble(chroma -> Math.sqrt(chroma.fine() / chroma.middle()))
                .sorted()
                .toArray();
        return ratios.length > 0 && ratios[ratios.length / 2] < SMOOTH;
    }
}
