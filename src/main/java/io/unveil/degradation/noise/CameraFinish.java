package io.unveil.degradation.noise;

import io.unveil.degradation.Bounds;
import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;

/**
 * What a camera does to the picture after cleaning it, as far as it shapes the noise. Sharpening is an unsharp mask on
 * the luma noise,
 *
 * <pre>
 * n' = n + sharpening (n - G(1) n)
 * </pre>
 *
 * with G(1) a Gaussian filter of one pixel. And all noise is scaled by brightness, since cameras clean dark parts
 * harder and flatten highlights: by a factor that goes from {@code dark} at black in a straight line to 1 at a quarter
 * of white, and from there to {@code bright} at white.
 *
 * @param sharpening 0 to 3
 * @param dark factor of noise at black, 0 to 2
 * @param bright factor of noise at white, 0 to 2
 */
public record CameraFinish(double sharpening, double dark, double bright) {
    private static final double MIDDLE = .25;

    public CameraFinish {
        Bounds.check("sharpening of a camera", sharpening, 0, 3, "times the fine noise");
        Bounds.check("noise of a camera at black", dark, 0, 2, "times that at a quarter of white");
        Bounds.check("noise of a camera at white", bright, 0, 2, "times that at a quarter of white");
    }

    /** Sharpening up to .7 in two of five, .3 to 1.1 at black, .4 to 1.1 at white. */
    static CameraFinish draw(Draws draws) {
        return new CameraFinish(
                draws.chance(.4) ? draws.between(0, .7) : 0, draws.between(.3, 1.1), draws.between(.4, 1.1));
    }

    /** What becomes of the noise of a picture. */
    Pixels of(Pixels noise, Pixels clean) {
        int channels = noise.channels();
        float[] brightness = (channels == 1 ? clean : LumaChroma.luma(clean)).values();
        float[] fine = fine(channels == 1 ? noise : LumaChroma.luma(noise));
        float[] finished = new float[noise.values().length];
        for (int i = 0; i < finished.length; i++) {
            int pixel = i / channels;
            finished[i] = factor(brightness[pixel]) * (noise.values()[i] + fine[pixel]);
        }
        return new Pixels(noise.width(), noise.height(), channels, finished);
    }

    /** What sharpening adds to each channel. */
    private float[] fine(Pixels luma) {
        float[] fine = new float[luma.values().length];
        if (sharpening > 0) {
            float[] smooth = Smoothing.of(luma, 1).values();
            for (int i = 0; i < fine.length; i++) {
                fine[i] = (float) (sharpening * (luma.values()[i] - smooth[i]));
            }
        }
        return fine;
    }

    private float factor(double brightness) {
        return (float)
                (brightness < MIDDLE
                        ? dark + (1 - dark) * Math.max(0, brightness) / MIDDLE
                        : 1 + (bright - 1) * Math.min(1, (brightness - MIDDLE) / (1 - MIDDLE)));
    }
}
