package io.unveil.pipeline.denoise;

import io.unveil.image.Pixels;

/**
 * How much of the noise found in one pass is removed.
 *
 * @param luma share of the noise of the brightness, 0 to 1
 * @param chroma share of the noise of the colours, 0 to 1; of no effect in gray
 */
record Shares(double luma, double chroma) {
    static final Shares ALL = new Shares(1, 1);

    boolean none() {
        return luma == 0 && chroma == 0;
    }

    /**
     * The picture with these shares of the difference to its cleaned one: y = x - l d - c (n - d), where n is the
     * difference of a channel and d = .299 n_R + .587 n_G + .114 n_B that of the luma (Rec. 601).
     */
    Pixels between(Pixels noisy, Pixels cleaned) {
        if (luma == 1 && (chroma == 1 || noisy.channels() == 1)) {
            return cleaned;
        }
        float[] values = noisy.values().clone();
        for (int pixel = 0; pixel < values.length; pixel += noisy.channels()) {
            if (noisy.channels() == 1) {
                values[pixel] += (float) luma * (cleaned.values()[pixel] - values[pixel]);
            } else {
                mix(values, cleaned.values(), pixel);
            }
        }
        return new Pixels(noisy.width(), noisy.height(), noisy.channels(), values);
    }

    private void mix(float[] values, float[] cleaned, int pixel) {
        double red = cleaned[pixel] - values[pixel];
        double green = cleaned[pixel + 1] - values[pixel + 1];
        double blue = cleaned[pixel + 2] - values[pixel + 2];
        double bright = .299 * red + .587 * green + .114 * blue;
        values[pixel] += (float) (luma * bright + chroma * (red - bright));
        values[pixel + 1] += (float) (luma * bright + chroma * (green - bright));
        values[pixel + 2] += (float) (luma * bright + chroma * (blue - bright));
    }
}
