package io.unveil.degradation.noise;

import io.unveil.degradation.Bounds;
import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;

/**
 * The denoising that cameras do themselves before they write a file, as far as it shapes the noise that is left. It
 * takes luma and chroma (Rec. 601) apart:
 *
 * <pre>
 * luma     n' = k n + (1 - k) F(n)        k = kept + (1 - kept) e,  e = g^2 / (g^2 + edge^2)
 * chroma   n' = (1 + e / 2) F(n),         brought to a root mean square of share times that of n' of luma
 * </pre>
 *
 * F is the {@link Filter} of each and g the gradient of the clean luma: at edges cameras smooth less, so more noise is
 * left there. The chroma that is left is wide and weak.
 *
 * @param kept share of the luma noise that is left unfiltered where the picture is flat, 0 to 1
 * @param edge gradient at which half of the rest is left unfiltered too, in samples of 0 to 1 for each pixel; .001 to 1
 * @param share root mean square of Cb and Cr against that of luma, 0 to 2
 */
public record CameraCleaning(Filter luma, double kept, double edge, Filter chroma, double share) {
    /**
     * Takes fine noise away and leaves coarse noise:
     *
     * <pre>
     * F(n) = G(size) n + wide G(3 size) n |G(size) n| / |G(3 size) n|
     * </pre>
     *
     * with G(s) a Gaussian filter of standard deviation s and |.| the root mean square.
     *
     * @param size standard deviation in pixels, 0 to 8; 0 leaves the noise as it is
     * @param wide strength of the noise that is three times as wide against the other, 0 to 2
     */
    public record Filter(double size, double wide) {
        public Filter {
            Bounds.check("size of a camera's filter", size, 0, 8, "pixels");
            Bounds.check("wide noise that a camera leaves", wide, 0, 2, "times the finer noise");
        }

        Pixels of(Pixels noise) {
            Pixels fine = Smoothing.of(noise, size);
            if (size == 0 || wide == 0) {
                return fine;
            }
            float[] coarse = Smoothing.wide(noise, 3 * size).values();
            double scale = wide * ratio(fine.values(), coarse);
            float[] left = new float[coarse.length];
            for (int i = 0; i < left.length; i++) {
                left[i] = (float) (fine.values()[i] + scale * coarse[i]);
            }
            return new Pixels(noise.width(), noise.height(), noise.channels(), left);
        }
    }

    public CameraCleaning {
        Bounds.check("luma noise that a camera leaves", kept, 0, 1, "share");
        Bounds.check("gradient of edges for a camera", edge, .001, 1, "samples of 0 to 1 for each pixel");
        Bounds.check("chroma noise that a camera leaves", share, 0, 2, "times that of luma");
    }

    /** Chroma over 1 to 5 pixels, .2 to .65 as strong as luma; luma over .5 to 1.5 in six of seven. */
    static CameraCleaning draw(Draws draws) {
        return new CameraCleaning(
                new Filter(draws.chance(6 / 7.) ? draws.between(.5, 1.5) : 0, draws.between(0, 1)),
                draws.between(0, .2),
                draws.byFactors(.03, .2),
                new Filter(draws.byFactors(1, 5), draws.between(0, 1)),
                draws.between(.2, .65));
    }

    /** What is left of the noise of a picture. */
    Pixels of(Pixels noise, Pixels clean) {
        float[] edges = edges(clean);
        if (noise.channels() == 1) {
            return luma(noise, edges);
        }
        Pixels brightness = luma(LumaChroma.luma(noise), edges);
        float[] colours = chroma.of(LumaChroma.chroma(noise)).values();
        for (int i = 0; i < colours.length; i++) {
            colours[i] *= 1 + edges[i / 2] / 2;
        }
        double scale = share * ratio(brightness.values(), colours);
        for (int i = 0; i < colours.length; i++) {
            colours[i] *= (float) scale;
        }
        return LumaChroma.together(brightness, colours);
    }

    private Pixels luma(Pixels noise, float[] edges) {
        float[] filtered = luma.of(noise).values();
        float[] left = new float[filtered.length];
        for (int i = 0; i < left.length; i++) {
            double unfiltered = kept + (1 - kept) * edges[i];
            left[i] = (float) (filtered[i] + unfiltered * (noise.values()[i] - filtered[i]));
        }
        return new Pixels(noise.width(), noise.height(), 1, left);
    }

    /** e of each pixel: from the gradient of the luma, smoothed by one pixel. */
    private float[] edges(Pixels clean) {
        Pixels flat = Smoothing.of(clean.channels() == 1 ? clean : LumaChroma.luma(clean), 1);
        float[] v = flat.values();
        int width = flat.width();
        int height = flat.height();
        float[] edges = new float[v.length];
        for (int y = 0; y < height; y++) {
            int above = Math.max(0, y - 1) * width;
            int below = Math.min(height - 1, y + 1) * width;
            for (int x = 0; x < width; x++) {
                double across = v[y * width + Math.min(width - 1, x + 1)] - v[y * width + Math.max(0, x - 1)];
                double along = v[below + x] - v[above + x];
                double square = (across * across + along * along) / 4;
                edges[y * width + x] = (float) (square / (square + edge * edge));
            }
        }
        return edges;
    }

    /** Of root mean squares; 0 where the second is. */
    private static double ratio(float[] values, float[] others) {
        double below = meanSquare(others);
        return below == 0 ? 0 : Math.sqrt(meanSquare(values) / below);
    }

    private static double meanSquare(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value * value;
        }
        return sum / values.length;
    }
}
