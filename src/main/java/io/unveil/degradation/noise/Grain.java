package io.unveil.degradation.noise;

import io.unveil.degradation.Bounds;
import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;

/**
 * Gaussian noise whose neighbours go together, as that of film, or of a noisy picture that was enlarged or smoothed: y = x + n, where n is white noise
 * filtered by a Gaussian and brought to the standard deviation sigma / 255; each channel on its own. Not clipped.
 *
 * @param sigma standard deviation in 8-bit levels, 0 to 100
 * @param size of the grains: standard deviation of the filter in pixels, 0 to 4
 */
public record Grain(double sigma, double size) implements Noise {
    /** In pixels, where nothing else is said. */
    static final double USUAL = 1;

    public Grain {
        Bounds.check("sigma of grain", sigma, 0, 100, "8-bit levels");
        Bounds.check("size of grain", size, 0, 4, "pixels");
    }

    @Override
    public Pixels addTo(Pixels clean, long seed) {
        Draws draws = new Draws(seed);
        double deviation = sigma / 255 / Smoothing.left(size);
        float[] white = new float[clean.values().length];
        for (int i = 0; i < white.length; i++) {
            white[i] = (float) (deviation * draws.normal());
        }
        Pixels noise = Smoothing.of(new Pixels(clean.width(), clean.height(), clean.channels(), white), size);
        float[] values = clean.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += noise.values()[i];
        }
        return new Pixels(clean.width(), clean.height(), clean.channels(), values);
    }
}
