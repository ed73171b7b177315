package io.unveil.data;

import io.unveil.degradation.Draws;

/**
 * A change of light and exposure: v becomes 128 + (v - 128) e^(contrast n) + brightness m, with n and m drawn from the
 * standard normal distribution.
 *
 * @param contrast standard deviation of the logarithm of the contrast
 * @param brightness standard deviation of the brightness, in 8-bit levels
 */
record Exposure(double contrast, double brightness) implements Transform.Random {
    private static final int MIDDLE = 128;

    @Override
    public Example inTraining(Example in, Draws draws) {
        double gain = StrictMath.exp(contrast * draws.normal());
        double offset = brightness * draws.normal();
        byte[] levels = new byte[256];
        for (int level = 0; level < levels.length; level++) {
            long moved = Math.round(MIDDLE + (level - MIDDLE) * gain + offset);
            levels[level] = (byte) Math.max(0, Math.min(255, moved));
        }
        byte[] samples = new byte[in.samples().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = levels[in.samples()[i] & 255];
        }
        return in.with(in.size(), in.channels(), samples);
    }
}
