package io.unveil.anomaly;

import io.unveil.image.Pixels;

/**
 * Shows numbers from 0 (normal) over 1/2 (the threshold) to 1 as colours, from dark blue over gray to light yellow.
 * Their lightness rises throughout, and nearly all colour-blind people can distinguish blue and yellow.
 */
public final class Heat {
    /** Red, green and blue at 0, 1/4, 1/2, 3/4 and 1. */
    private static final float[][] STOPS = {
        {0.03f, 0.09f, 0.24f},
        {0.20f, 0.29f, 0.45f},
        {0.51f, 0.50f, 0.50f},
        {0.80f, 0.70f, 0.35f},
        {1.00f, 0.95f, 0.50f}
    };

    private static final float MOST_COVER = 0.85f;

    private Heat() {}

    /** The numbers as colours: three channels. */
    public static Pixels map(Pixels heat) {
        float[] values = new float[heat.values().length * 3];
        for (int i = 0; i < heat.values().length; i++) {
            for (int channel = 0; channel < 3; channel++) {
                values[3 * i + channel] = colour(heat.values()[i], channel);
            }
        }
        return new Pixels(heat.width(), heat.height(), 3, values);
    }

    /** The colours over a picture, more opaque the higher the number; normal places stay as they were, in gray. */
    public static Pixels over(Pixels picture, Pixels heat) {
        float[] gray = picture.inGray().values();
        float[] values = new float[gray.length * 3];
        for (int i = 0; i < gray.length; i++) {
            float cover = MOST_COVER * Math.min(1, Math.max(0, 2 * heat.values()[i]));
            for (int channel = 0; channel < 3; channel++) {
                values[3 * i + channel] = (1 - cover) * gray[i] + cover * colour(heat.values()[i], channel);
            }
        }
        return new Pixels(heat.width(), heat.height(), 3, values);
    }

    private static float colour(float heat, int channel) {
        float place = Math.min(1, Math.max(0, heat)) * (STOPS.length - 1);
        int stop = Math.min(STOPS.length - 2, (int) place);
        float between = place - stop;
        return (1 - between) * STOPS[stop][channel] + between * STOPS[stop + 1][channel];
    }
}
