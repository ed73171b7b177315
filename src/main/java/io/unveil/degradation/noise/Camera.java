package io.unveil.degradation.noise;

import io.unveil.degradation.Bounds;
import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;

/**
 * What a camera does to the light that its sensor caught, as far as it shapes the noise. Gray pictures have a sensor of
 * one colour: no mosaic, gains or saturation.
 *
 * @param mosaic how the colours lie on the sensor
 * @param red gain of the red samples that makes gray look gray, 1 to 4; noise grows with it
 * @param blue gain of the blue samples
 * @param saturation how far the colour matrix moves colours away from their luma, 1 to 3; noise of the colours grows
 *     with it
 * @param tone curve from linear light to the samples of the file
 * @param smoothing standard deviation, in pixels, of the Gaussian that finally blurs only the noise, 0 to 4: what a
 *     camera's own cleaning or enlarging leaves
 */
public record Camera(Mosaic mosaic, double red, double blue, double saturation, ToneCurve tone, double smoothing) {
    /**
     * A Bayer sensor in daylight, and no more than sRGB after it; the gains are the middle of those of Brooks et al.
     * 2019.
     */
    public static final Camera USUAL = new Camera(Mosaic.BAYER, 2.15, 1.7, 1, ToneCurve.SRGB, 0);

    /** How the colours lie on the sensor. */
    public enum Mosaic {
        /** Each pixel catches all three colours. */
        NONE,
        /**
         * Each pixel catches one colour, rows RGRG… and GBGB… in turn (Bayer 1976); the others come from neighbours,
         * bilinearly.
         */
        BAYER
    }

    public Camera {
        Bounds.check("red gain of a camera", red, 1, 4, "times green");
        Bounds.check("blue gain of a camera", blue, 1, 4, "times green");
        Bounds.check("saturation of a camera", saturation, 1, 3, "times that of the sensor");
        Bounds.check("smoothing of a camera", smoothing, 0, 4, "pixels");
    }

    /**
     * Some camera: a mosaic in three of four, gains of 1.2 to 2.6, saturation up to 1.6, each curve in one of two, and
     * in two of five a smoothing of .3 to 1.2 pixels.
     */
    static Camera draw(Draws draws) {
        return new Camera(
                draws.chance(.75) ? Mosaic.BAYER : Mosaic.NONE,
                draws.between(1.2, 2.6),
                draws.between(1.2, 2.6),
                draws.between(1, 1.6),
                draws.chance(.5) ? ToneCurve.SRGB : ToneCurve.CONTRAST,
                draws.chance(.4) ? draws.between(.3, 1.2) : 0);
    }

    /** Of a channel of a picture. */
    double gain(int channel) {
        return channel == 0 ? red : channel == 1 ? 1 : blue;
    }

    /** The same, where the noise that is left is not filtered. */
    Camera withoutSmoothing() {
        return new Camera(mosaic, red, blue, saturation, tone, 0);
    }

    /** Linear light of each sample of a picture. */
    float[] lightOf(Pixels clean) {
        float[] light = new float[clean.values().length];
        for (int i = 0; i < light.length; i++) {
            light[i] = tone.lightOf(clean.values()[i]);
        }
        return light;
    }

    /** What the sensor caught where a picture has this light: before the gains and the colour matrix. */
    double caught(float[] light, int i, int channels) {
        if (channels == 1) {
            return light[i];
        }
        double luma = luma(light, i - i % 3);
        double before = luma + (light[i] - luma) / saturation;
        return Math.max(0, before / gain(i % 3));
    }

    /** The colour matrix, on three channels in place. */
    void matrix(float[] values) {
        for (int pixel = 0; pixel < values.length; pixel += 3) {
            double luma = luma(values, pixel);
            for (int c = 0; c < 3; c++) {
                values[pixel + c] = (float) (luma + saturation * (values[pixel + c] - luma));
            }
        }
    }

    /** Of linear light (Rec. 709). */
    private static double luma(float[] values, int pixel) {
        return .2126 * values[pixel] + .7152 * values[pixel + 1] + .0722 * values[pixel + 2];
    }
}
