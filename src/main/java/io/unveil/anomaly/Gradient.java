package io.unveil.anomaly;

import io.unveil.image.Pixels;

/** Magnitude of the gradient of one channel, by Prewitt's 3 x 3 windows, thirds of differences; the border row is repeated. */
public final class Gradient {
    private Gradient() {}

    static Pixels of(Pixels map) {
        int width = map.width();
        int height = map.height();
        float[] values = map.values();
        float[] out = new float[values.length];
        for (int y = 0; y < height; y++) {
            int up = Math.max(0, y - 1) * width;
            int here = y * width;
            int down = Math.min(height - 1, y + 1) * width;
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - 1);
                int right = Math.min(width - 1, x + 1);
                float across = values[up + right]
                        + values[here + right]
                        + values[down + right]
                        - values[up + left]
                        - values[here + left]
                        - values[down + left];
                float along = values[down + left]
                        + values[down + x]
                        + values[down + right]
                        - values[up + left]
                        - values[up + x]
                        - values[up + right];
                out[here + x] = (float) (Math.sqrt(across * across + along * along) / 3);
            }
        }
        return new Pixels(width, height, 1, out);
    }
}
