package io.unveil.degradation.noise;

import io.unveil.degradation.Bounds;
import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;

/**
 * Noise of a camera's sensor, and what the camera makes of it. The picture's samples are taken back to what the sensor
 * caught, x in [0, 1] of linear light ("unprocessing", Brooks et al. 2019, "Unprocessing images for learned raw
 * denoising", section 3): through the inverse of the tone curve, of the colour matrix and of the gains. There noise is
 * added, photons and read-out, nearly Gaussian (Foi et al. 2008, "Practical Poissonian-Gaussian noise modeling and
 * fitting for single-image raw-data", section II):
 *
 * <pre>
 * n ~ N(0, a x + b)     a = ISO / 1,000,000     b = exp(2.18 ln a + 1.2)
 * </pre>
 *
 * with b as Brooks et al. found it to go with a (section 3.3; their a of .0001 to .012 is an ISO of 100 to 12,000). The
 * noise goes on through mosaic, gains, colour matrix and tone curve, where it becomes strongest in the dark, correlated
 * between neighbours and between channels. Of the picture itself nothing is lost by that: demosaicing is linear, so it
 * is applied only to the noise.
 *
 * <p>The result is clipped to [0, 1], and not rounded. Samples below 0 or above 1 are clipped first.
 *
 * @param iso sensitivity, 0 to 102,400; at 0 the picture stays as it is
 */
public record SensorNoise(double iso, Camera camera) implements Noise {
    public SensorNoise {
        Bounds.check("ISO of sensor noise", iso, 0, 102_400, "as cameras count it");
    }

    /** Of the usual camera. */
    public SensorNoise(double iso) {
        this(iso, Camera.USUAL);
    }

    /** Of the photons: variance of the sensor's samples for each unit of light. */
    double shot() {
        return iso / 1_000_000;
    }

    /** Of the read-out: variance in the dark. */
    double read() {
        return iso == 0 ? 0 : StrictMath.exp(2.18 * StrictMath.log(shot()) + 1.2);
    }

    /** Of the noise of its samples. */
    Spread spread() {
        return new Spread(shot(), read());
    }

    /**
     * Of the noise of a sensor's samples.
     *
     * @param shot variance for each unit of light
     * @param read variance in the dark
     */
    record Spread(double shot, double read) {
        /** Standard deviation where the sensor caught so much light. */
        double at(double light) {
            return Math.sqrt(shot * light + read);
        }
    }

    @Override
    public Pixels addTo(Pixels clean, long seed) {
        float[] light = camera.lightOf(clean);
        float[] values = caught(clean, light, new Draws(seed));
        develop(values, clean.channels());
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    camera.tone().ofLight(light[i] + values[i]) - camera.tone().ofLight(light[i]);
        }
        Pixels noise = new Pixels(clean.width(), clean.height(), clean.channels(), values);
        float[] left = Smoothing.of(noise, camera.smoothing()).values();
        for (int i = 0; i < left.length; i++) {
            left[i] = Math.max(0, Math.min(1, clean.values()[i] + left[i]));
        }
        return new Pixels(clean.width(), clean.height(), clean.channels(), left);
    }

    /** Noise of the sensor's samples, demosaiced. */
    private float[] caught(Pixels clean, float[] light, Draws draws) {
        int channels = clean.channels();
        if (channels == 3 && camera.mosaic() == Camera.Mosaic.BAYER) {
            return demosaiced(clean.width(), clean.height(), light, draws);
        }
        Spread spread = spread();
        float[] noise = new float[light.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (spread.at(camera.caught(light, i, channels)) * draws.normal());
        }
        return noise;
    }

    private float[] demosaiced(int width, int height, float[] light, Draws draws) {
        Spread spread = spread();
        int right = draws.below(2); // where the mosaic begins
        int down = draws.below(2);
        float[] noise = new float[width * height];
        for (int i = 0; i < noise.length; i++) {
            int colour = Bayer.colour(i % width + right, i / width + down);
            noise[i] = (float) (spread.at(camera.caught(light, 3 * i + colour, 3)) * draws.normal());
        }
        Demosaicing.Plane plane = Demosaicing.Plane.of(width, height, right, down, noise);
        return Demosaicing.BILINEAR.of(plane, plane);
    }

    /** Gains and colour matrix, on noise in place. */
    private void develop(float[] noise, int channels) {
        if (channels == 1) {
            return;
        }
        for (int pixel = 0; pixel < noise.length; pixel += 3) {
            for (int c = 0; c < 3; c++) {
                noise[pixel + c] *= (float) camera.gain(c);
            }
        }
        camera.matrix(noise);
    }
}
