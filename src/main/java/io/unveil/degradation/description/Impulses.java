package io.unveil.degradation.description;

import io.unveil.image.Pixels;
import java.util.Arrays;

/**
 * The share of the pixels that are lost: some sample wholly black or wholly white, and unlike what is around it.
 *
 * <p>What an impulse is, the rank-ordered absolute differences tell (Garnett, Huegerich, Chui, He 2005, "A universal
 * noise removal algorithm with an impulse detector", IEEE Transactions on Image Processing 14(11), section II): the sum
 * of the four smallest of the differences to the eight neighbours. Strong noise of another kind makes all these sums
 * large; so a sample counts only where its sum stands out from that of the picture's other samples.
 */
final class Impulses {
    private static final float NEAREST = 1.5f / 255; // to black or white
    private static final float LEAST = 100f / 255; // sum of a sample that counts, where the others have none
    private static final float OUTSTANDING = 6; // times the median sum of the others
    private static final int STEP = 4; // only one row in so many is looked at

    private Impulses() {}

    /** Share of the pixels, 0 to 1. */
    static double share(Pixels picture) {
        int width = picture.width();
        int height = picture.height();
        if (width < 3 || height < 3) {
            return 0;
        }
        int rows = (height - 2 + STEP - 1) / STEP;
        int samples = (width - 2) * picture.channels();
        float[] sums = new float[rows * samples];
        float[] others = new float[rows * samples];
        int ordinary = 0;
        for (int i = 0; i < sums.length; i++) {
            int at = ((1 + i / samples * STEP) * width + 1) * picture.channels() + i % samples;
            sums[i] = sum(picture, at);
            if (!extreme(picture.values()[at])) {
                others[ordinary++] = sums[i];
            }
            sums[i] *= extreme(picture.values()[at]) ? 1 : 0;
        }
        Arrays.sort(others, 0, ordinary);
        float limit = Math.max(LEAST, ordinary == 0 ? 0 : OUTSTANDING * others[ordinary / 2]);
        return share(sums, picture.channels(), limit);
    }

    private static boolean extreme(float sample) {
        return sample <= NEAREST || sample >= 1 - NEAREST;
    }

    /** Of the pixels with a sum above the limit in some channel. */
    private static double share(float[] sums, int channels, float limit) {
        int lost = 0;
        for (int from = 0; from < sums.length; from += channels) {
            boolean any = false;
            for (int c = 0; c < channels; c++) {
                any |= sums[from + c] > limit;
            }
            lost += any ? 1 : 0;
        }
        return (double) lost * channels / sums.length;
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
