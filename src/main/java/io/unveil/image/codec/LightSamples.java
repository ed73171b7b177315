package io.unveil.image.codec;

import io.unveil.image.BitDepth;
import io.unveil.image.Size;

/** Light as numbers, 1 being white, and how it becomes samples of sRGB. */
final class LightSamples {
    private LightSamples() {}

    /**
     * Light, colour by colour.
     *
     * @param planes gray, or red, green and blue, and after them alpha if there is any
     */
    record Light(Size size, float[][] planes) {
        boolean hasAlpha() {
            return planes.length % 2 == 0;
        }
    }

    /** Colours are divided by alpha, coded by the curve of sRGB, and clipped. */
    static Samples of(Light light, Notes notes) {
        int channels = light.planes.length < 3 ? 1 : 3;
        Samples samples = new Samples(light.size, channels, light.hasAlpha(), BitDepth.SIXTEEN);
        int[] levels = new int[4];
        boolean clipped = false;
        int pixels = Math.toIntExact(light.size.pixels());
        for (int i = 0; i < pixels; i++) {
            double alpha = light.hasAlpha() ? inside(light.planes[channels][i]) : 1;
            for (int c = 0; c < channels; c++) {
                double value = alpha > 0 ? light.planes[c][i] / alpha : light.planes[c][i];
                clipped |= value > 1.0001;
                levels[c] = (int) Math.round(65535 * CieLab.curve(inside(value)));
            }
            levels[channels] = (int) Math.round(65535 * alpha);
            samples.put(i, levels, 0);
        }
        notes.add("the light of the EXR image was converted to sRGB with 16 bits%s"
                .formatted(clipped ? "; what is brighter than 1 is white" : ""));
        return samples;
    }

    /** What is no number is black. */
    private static double inside(double value) {
        return value > 0 ? Math.min(1, value) : 0;
    }
}
