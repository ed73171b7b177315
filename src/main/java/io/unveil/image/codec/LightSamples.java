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

        /** With its upper left corner at (x, y) of a canvas that is dark, and transparent where there is alpha. */
        Light onCanvas(Size canvas, int x, int y) {
            if (canvas.equals(size) && x == 0 && y == 0) {
                return this;
            }
            int left = Math.max(0, x);
            int right = (int) Math.min(canvas.width(), (long) x + size.width());
            float[][] placed = new float[planes.length][Math.toIntExact(canvas.pixels())];
            for (int row = Math.max(0, y); row < Math.min(canvas.height(), (long) y + size.height()); row++) {
                for (int plane = 0; plane < planes.length && left < right; plane++) {
                    System.arraycopy(
                            planes[plane],
                            (row - y) * size.width() + left - x,
                            placed[plane],
                            row * canvas.width() + left,
                            right - left);
                }
            }
            return new Light(canvas, placed);
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
