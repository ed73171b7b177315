package io.unveil.degradation.noise;

import io.unveil.image.Pixels;

/** Y, Cb and Cr of the samples of a file, as JPEG has them (Rec. 601), without offsets. */
final class LumaChroma {
    private LumaChroma() {}

    /** One channel. */
    static Pixels luma(Pixels colours) {
        float[] from = colours.values();
        float[] luma = new float[from.length / 3];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = .299f * from[3 * i] + .587f * from[3 * i + 1] + .114f * from[3 * i + 2];
        }
        return new Pixels(colours.width(), colours.height(), 1, luma);
    }

    /** Two channels, Cb and Cr. */
    static Pixels chroma(Pixels colours) {
        float[] from = colours.values();
        float[] luma = luma(colours).values();
        float[] chroma = new float[2 * luma.length];
        for (int i = 0; i < luma.length; i++) {
            chroma[2 * i] = (from[3 * i + 2] - luma[i]) / 1.772f;
            chroma[2 * i + 1] = (from[3 * i] - luma[i]) / 1.402f;
        }
        return new Pixels(colours.width(), colours.height(), 2, chroma);
    }

    /** Red, green and blue again. */
    static Pixels together(Pixels luma, float[] chroma) {
        float[] colours = new float[3 * luma.values().length];
        for (int i = 0; i < luma.values().length; i++) {
            float y = luma.values()[i];
            colours[3 * i] = y + 1.402f * chroma[2 * i + 1];
            colours[3 * i + 1] = y - .344136f * chroma[2 * i] - .714136f * chroma[2 * i + 1];
            colours[3 * i + 2] = y + 1.772f * chroma[2 * i];
        }
        return new Pixels(luma.width(), luma.height(), 3, colours);
    }
}
