package io.unveil.degradation.noise;

import io.unveil.degradation.Bounds;
import io.unveil.degradation.Draws;
import io.unveil.degradation.noise.Demosaicing.Plane;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;
import io.unveil.image.codec.Chroma;
import java.util.Optional;

/**
 * Noise as it is in the files of cameras: that of the sensor ({@link SensorNoise} has the formula), faults of its lines
 * and pixels, demosaicing, gains, colour matrix and tone curve; then the camera's own denoising, sharpening, JPEG, and
 * now and then a picture scaled down after it. The clean picture itself goes through none of it but JPEG. The result is
 * clipped to [0, 1].
 *
 * @param iso sensitivity, 0 to 102,400; at 0 the picture stays as it is
 * @param demosaicing of a camera with a mosaic
 * @param jpeg what the camera saves, empty for files without loss
 * @param scale how many times the picture was larger on each side when it was taken, 1 to 3
 */
public record CameraNoise(
        double iso,
        Camera camera,
        Demosaicing demosaicing,
        SensorFaults faults,
        CameraCleaning cleaning,
        CameraFinish finish,
        Optional<Noise> jpeg,
        double scale)
        implements Noise {
    private static final double TENTH = .1;

    public CameraNoise {
        Bounds.check("ISO of camera noise", iso, 0, 102_400, "as cameras count it");
        Bounds.check("scale of a camera's picture", scale, 1, 3, "times each side");
    }

    /**
     * Of some camera: each kind of demosaicing as often as the others; four of five save JPEG at 80 to 97, in three of
     * four with halved colours; one picture in seven was scaled down, by up to 2.
     */
    static CameraNoise draw(double iso, Draws draws) {
        Demosaicing[] kinds = Demosaicing.values();
        return new CameraNoise(
                iso,
                Camera.draw(draws).withoutSmoothing(),
                kinds[draws.below(kinds.length)],
                SensorFaults.draw(draws),
                CameraCleaning.draw(draws),
                CameraFinish.draw(draws),
                draws.chance(.8) ? Optional.of(saved(draws)) : Optional.empty(),
                draws.chance(1 / 7.) ? draws.between(1.2, 2) : 1);
    }

    private static Noise saved(Draws draws) {
        Chroma chroma = draws.chance(.75) ? Chroma.HALVED : Chroma.FULL;
        return NoiseMixture.OffGrid.of(new Noise.Jpeg(80 + draws.below(18), chroma), draws);
    }

    /** The camera's JPEG, but of a picture scaled down after it, where its marks are fine noise. */
    @Override
    public Noise belonging(int quality) {
        return jpeg.filter(saved -> scale == 1)
                .map(saved -> saved.belonging(quality))
                .orElseGet(Noise::none);
    }

    @Override
    public Pixels addTo(Pixels clean, long seed) {
        if (iso == 0) {
            return clean;
        }
        Draws draws = new Draws(seed);
        if (scale == 1) {
            return taken(clean, draws);
        }
        Size large = new Size((int) Math.ceil(clean.width() * scale), (int) Math.ceil(clean.height() * scale));
        Pixels enlarged = Resampling.resized(clean, large);
        return sum(clean, Resampling.resized(taken(enlarged, draws).less(enlarged), clean.size()));
    }

    /** The file of the camera. */
    private Pixels taken(Pixels clean, Draws draws) {
        Pixels noise = developed(clean, draws);
        Pixels noisy = sum(clean, finish.of(cleaning.of(noise, clean), clean));
        return jpeg.isPresent() ? jpeg.get().addTo(noisy, draws.seed()) : noisy;
    }

    private static Pixels sum(Pixels clean, Pixels noise) {
        float[] sum = new float[noise.values().length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.max(0, Math.min(1, clean.values()[i] + noise.values()[i]));
        }
        return new Pixels(clean.width(), clean.height(), clean.channels(), sum);
    }

    /** Noise after the tone curve. */
    private Pixels developed(Pixels clean, Draws draws) {
        float[] light = camera.lightOf(clean);
        boolean mosaic = clean.channels() == 3 && camera.mosaic() == Camera.Mosaic.BAYER;
        float[] noise = mosaic ? demosaiced(clean, light, draws) : caught(clean, light, draws);
        if (clean.channels() == 3) {
            camera.matrix(noise);
        }
        for (int i = 0; i < noise.length; i++) {
            noise[i] =
                    camera.tone().ofLight(light[i] + noise[i]) - camera.tone().ofLight(light[i]);
        }
        return new Pixels(clean.width(), clean.height(), clean.channels(), noise);
    }

    /** Of a sensor all of whose pixels catch all colours; gains applied. */
    private float[] caught(Pixels clean, float[] light, Draws draws) {
        int channels = clean.channels();
        SensorNoise.Spread spread = new SensorNoise(iso, camera).spread();
        float[] noise = new float[light.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (spread.at(camera.caught(light, i, channels)) * draws.normal());
        }
        faults.addTo(noise, clean.width(), clean.height(), channels, spread.at(TENTH), draws);
        if (channels == 3) {
            for (int i = 0; i < noise.length; i++) {
                noise[i] *= (float) camera.gain(i % 3);
            }
        }
        return noise;
    }

    private float[] demosaiced(Pixels clean, float[] light, Draws draws) {
        int width = clean.width();
        int height = clean.height();
        SensorNoise.Spread spread = new SensorNoise(iso, camera).spread();
        int right = draws.below(2); // where the mosaic begins
        int down = draws.below(2);
        float[] seen = new float[width * height];
        float[] noise = new float[width * height];
        for (int i = 0; i < noise.length; i++) {
            double caught = camera.caught(light, 3 * i + Bayer.colour(i % width + right, i / width + down), 3);
            seen[i] = (float) caught;
            noise[i] = (float) (spread.at(caught) * draws.normal());
        }
        faults.addTo(noise, width, height, 1, spread.at(TENTH), draws);
        for (int i = 0; i < noise.length; i++) {
            float gain = (float) camera.gain(Bayer.colour(i % width + right, i / width + down));
            noise[i] *= gain;
            seen[i] = gain * seen[i] + noise[i];
        }
        return demosaicing.of(Plane.of(width, height, right, down, noise), Plane.of(width, height, right, down, seen));
    }
}
