package io.unveil.data;

import io.unveil.degradation.Draws;

/** Values in [0, 1] as 8-bit levels. */
final class Levels {
    private Levels() {}

    /** Clipped and rounded. */
    static byte of(double value) {
        return (byte) Math.round(255 * Math.min(1, Math.max(0, value)));
    }

    /**
     * With Gaussian noise, clipped and rounded. The noise's standard deviation, in levels, is drawn once for all
     * values.
     */
    static byte[] noisy(double[] values, Range noise, Draws draws) {
        double sigma = noise.draw(draws) / 255;
        byte[] samples = new byte[values.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = of(sigma > 0 ? values[i] + sigma * draws.normal() : values[i]);
        }
        return samples;
    }
}
