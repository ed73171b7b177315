package io.unveil.degradation.noise;

import io.unveil.degradation.noise.Demosaicing.Plane;

/** Means of the nearest neighbours that caught the colour. */
final class BilinearDemosaicing {
    private static final int GREEN = 1;

    private BilinearDemosaicing() {}

    static float[] of(Plane plane) {
        float[] v = plane.rimmed();
        int row = plane.row();
        float[] full = new float[plane.width() * plane.height() * 3];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                int to = (y * plane.width() + x) * 3;
                int caught = plane.colour(x, y);
                int i = plane.at(x, y);
                full[to + caught] = v[i];
                float across = (v[i - 1] + v[i + 1]) / 2;
                float along = (v[i - row] + v[i + row]) / 2;
                if (caught == GREEN) {
                    int beside = plane.colour(x + 1, y);
                    full[to + beside] = across;
                    full[to + 2 - beside] = along;
                } else {
                    full[to + GREEN] = (across + along) / 2;
                    full[to + 2 - caught] = (v[i - row - 1] + v[i - row + 1] + v[i + row - 1] + v[i + row + 1]) / 4;
                }
            }
        }
        return full;
    }
}
