package io.unveil.degradation.noise;

import io.unveil.degradation.noise.Demosaicing.Plane;

/** Green along edges, then the colours beside it (Hamilton and Adams 1997, US patent 5,629,734, expired). */
final class EdgeAwareDemosaicing {
    private static final int GREEN = 1;

    private EdgeAwareDemosaicing() {}

    static float[] of(Plane noise, Plane seen) {
        int width = noise.width();
        int height = noise.height();
        float[] green = new float[width * height];
        float[] differences = new float[width * height]; // of the caught colour to green; 0 where that is green
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = noise.at(x, y);
                int pixel = y * width + x;
                boolean caught = noise.colour(x, y) == GREEN;
                green[pixel] = caught ? noise.rimmed()[i] : green(noise.rimmed(), seen.rimmed(), i, noise.row());
                differences[pixel] = caught ? 0 : noise.rimmed()[i] - green[pixel];
            }
        }
        float[] full = BilinearDemosaicing.of(Plane.of(width, height, noise.right(), noise.down(), differences));
        for (int i = 0; i < full.length; i++) {
            full[i] = i % 3 == GREEN ? green[i / 3] : full[i] + green[i / 3];
        }
        return full;
    }

    private static float green(float[] noise, float[] seen, int i, int row) {
        float across = change(seen, i, 1);
        float along = change(seen, i, row);
        if (across == along) {
            return (between(noise, i, 1) + between(noise, i, row)) / 2;
        }
        return between(noise, i, across < along ? 1 : row);
    }

    private static float change(float[] v, int i, int step) {
        return Math.abs(v[i - step] - v[i + step]) + Math.abs(2 * v[i] - v[i - 2 * step] - v[i + 2 * step]);
    }

    private static float between(float[] v, int i, int step) {
        return (v[i - step] + v[i + step]) / 2 + (2 * v[i] - v[i - 2 * step] - v[i + 2 * step]) / 4;
    }
}
