package io.unveil.degradation.noise;

import io.unveil.degradation.Bounds;
import io.unveil.degradation.Draws;

/**
 * What a sensor adds that is not the same for each of its pixels: rows and columns that are read a little too bright or
 * too dark, singly or many together (bands), and single pixels that shine.
 *
 * @param rows standard deviation of the offset of a row, as a share of that of the noise at a tenth of full light; 0 to
 *     2
 * @param columns the same of columns
 * @param bands correlation of the offset of a line to that of the next, 0 to .99: 0 gives single lines, more gives
 *     bands
 * @param hot share of pixels that shine, by up to full light; 0 to .1
 */
public record SensorFaults(double rows, double columns, double bands, double hot) {
    /** A faultless sensor. */
    public static final SensorFaults NONE = new SensorFaults(0, 0, 0, 0);

    public SensorFaults {
        Bounds.check("offset of rows of a sensor", rows, 0, 2, "times the noise at a tenth of full light");
        Bounds.check("offset of columns of a sensor", columns, 0, 2, "times the noise at a tenth of full light");
        Bounds.check("bands of a sensor", bands, 0, .99, "correlation of neighbouring lines");
        Bounds.check("share of hot pixels", hot, 0, .1, "of the pixels");
    }

    /** Rows in two of five sensors, columns in one of five, bands in half of them, hot pixels in one of six. */
    static SensorFaults draw(Draws draws) {
        return new SensorFaults(
                draws.chance(.4) ? draws.byFactors(.03, .5) : 0,
                draws.chance(.2) ? draws.byFactors(.03, .3) : 0,
                draws.chance(.5) ? draws.between(0, .95) : 0,
                draws.chance(.16) ? draws.byFactors(1e-5, 1e-3) : 0);
    }

    /**
     * Adds them to the noise of a sensor's samples, in place; colours all alike.
     *
     * @param deviation of the noise at a tenth of full light
     */
    void addTo(float[] noise, int width, int height, int channels, double deviation, Draws draws) {
        float[] down = offsets(height, rows * deviation, draws);
        float[] right = offsets(width, columns * deviation, draws);
        for (int i = 0; i < noise.length; i++) {
            int pixel = i / channels;
            noise[i] += down[pixel / width] + right[pixel % width];
        }
        if (hot > 0) {
            shine(noise, channels, draws);
        }
    }

    /** First-order autoregressive: each has this deviation. */
    private float[] offsets(int count, double deviation, Draws draws) {
        float[] offsets = new float[count];
        if (deviation == 0) {
            return offsets;
        }
        double fresh = Math.sqrt(1 - bands * bands);
        double last = draws.normal();
        for (int i = 0; i < count; i++) {
            last = bands * last + fresh * draws.normal();
            offsets[i] = (float) (deviation * last);
        }
        return offsets;
    }

    private void shine(float[] noise, int channels, Draws draws) {
        for (int pixel = 0; pixel < noise.length / channels; pixel++) {
            if (draws.chance(hot)) {
                float light = (float) draws.byFactors(.01, 1);
                for (int c = 0; c < channels; c++) {
                    noise[pixel * channels + c] += light;
                }
            }
        }
    }
}
