package io.unveil.degradation.description;

import io.unveil.image.Pixels;
import java.util.Arrays;

/**
 * Pixels that are lost: some sample wholly black or wholly white, and unlike what is around it.
 *
 * <p>The rank-ordered absolute differences tell them (Garnett, Huegerich, Chui, He 2005, "A universal noise removal
 * algorithm with an impulse detector", IEEE Transactions on Image Processing 14(11), section II): the sum of the four
 * smallest of the differences to the eight neighbours. Strong noise of another kind makes all these sums large; so a
 * sample counts only where its sum stands out from those of samples that are neither black nor white.
 *
 * @param share of the pixels, 0 to 1
 * @param paired whether black and white ones are about equally many: a clean picture has sparks or specks, seldom both
 * @param calm sum of the four smallest differences that a quarter of the other samples stay below, 8-bit levels
 */
record Impulses(double share, boolean paired, double calm) {
    /** Share from which on impulses are seen, and no clean photograph of several hundred has so many. */
    private static final double MANY = .01;

    private static final double MANY_PAIRED = .004;
    private static final double HEIGHT = 120; // of an impulse above what it hides, levels: a usual root mean square
    private static final double NEIGHBOURS = 1.4; // calm in units of the standard deviation of white noise

    private static final float NEAREST = 1.5f / 255; // to black or white
    private static final float LEAST = 100f / 255; // sum of a sample that counts, where the others have none
    private static final float OUTSTANDING = 6; // times the median sum of the others
    private static final double LOPSIDED = .25; // share of the rarer kind below which the two are no pair
    private static final double FEW = .1; // share of the samples that must be neither black nor white
    private static final int STEP = 4; // only one row in so many is looked at
    private static final int SAMPLE = 5; // and there one in so many of the other samples

    /** Whether there are more than a clean picture has. */
    boolean many() {
        return share >= (paired ? MANY_PAIRED : MANY);
    }

    /** Root mean square error that they make, 8-bit levels. */
    double error() {
        return HEIGHT * Math.sqrt(share);
    }

    /** Whether they do more harm than the noise of the other samples. */
    boolean prevail() {
        return many() && error() > 1.5 * calm / NEIGHBOURS;
    }

    static Impulses of(Pixels picture) {
        if (picture.width() < 3 || picture.height() < 3) {
            return new Impulses(0, false, 0);
        }
        float[] others = others(picture);
        if (others.length < FEW * picture.values().length / (STEP * SAMPLE)) { // black and white by its nature
            return new Impulses(0, false, 0);
        }
        float limit = Math.max(LEAST, OUTSTANDING * others[others.length / 2]);
        int pixels = 0;
        int black = 0;
        int white = 0;
        for (int y = 1; y < picture.height() - 1; y += STEP) {
            for (int x = 1; x < picture.width() - 1; x++) {
                int lost = lost(picture, x, y, limit);
                black += lost < 0 ? 1 : 0;
                white += lost > 0 ? 1 : 0;
                pixels++;
            }
        }
        boolean paired = Math.min(black, white) > LOPSIDED * (black + white);
        return new Impulses((double) (black + white) / pixels, paired, 255. * others[others.length / 4]);
    }

    /** In rising order the sums of some of the samples that are neither black nor white. */
    private static float[] others(Pixels picture) {
        int row = picture.width() * picture.channels();
        float[] sums = new float[picture.values().length / (STEP * SAMPLE) + row];
        int count = 0;
        for (int y = 1; y < picture.height() - 1; y += STEP) {
            for (int i = picture.channels(); i < row - picture.channels(); i += SAMPLE) {
                if (extreme(picture.values()[y * row + i]) == 0) {
                    sums[count++] = sum(picture, y * row + i);
                }
            }
        }
        float[] found = Arrays.copyOf(sums, count);
        Arrays.sort(found);
        return found;
    }

    /** -1 where the first lost sample of a pixel is black, 1 where it is white, 0 where none is lost. */
    private static int lost(Pixels picture, int x, int y, float limit) {
        for (int c = 0; c < picture.channels(); c++) {
            int at = (y * picture.width() + x) * picture.channels() + c;
            int extreme = extreme(picture.values()[at]);
            if (extreme != 0 && sum(picture, at) > limit) {
                return extreme;
            }
        }
        return 0;
    }

    private static int extreme(float sample) {
        return sample <= NEAREST ? -1 : sample >= 1 - NEAREST ? 1 : 0;
    }

    /** Of the four smallest differences to the eight neighbours in the same channel. */
    private static float sum(Pixels picture, int at) {
        float[] values = picture.values();
        int row = picture.width() * picture.channels();
        float[] differences = new float[8];
        int count = 0;
        for (int down = -row; down <= row; down += row) {
            for (int along = -picture.channels(); along <= picture.channels(); along += picture.channels()) {
                if (down != 0 || along != 0) {
                    differences[count++] = Math.abs(values[at + down + along] - values[at]);
                }
            }
        }
        Arrays.sort(differences);
        return differences[0] + differences[1] + differences[2] + differences[3];
    }
}
