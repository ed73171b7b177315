package io.unveil.degradation.noise;

import io.unveil.degradation.noise.Demosaicing.Plane;

/**
 * The filters of Malvar, He and Cutler 2004, "High-quality linear interpolation for demosaicing of Bayer-patterned
 * color images", figure 2.
 */
final class GradientDemosaicing {
    private static final int GREEN = 1;

    private GradientDemosaicing() {}

    static float[] of(Plane plane) {
        float[] full = new float[plane.width() * plane.height() * 3];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                int to = (y * plane.width() + x) * 3;
                int caught = plane.colour(x, y);
                int at = plane.at(x, y);
                full[to + caught] = plane.rimmed()[at];
                if (caught == GREEN) {
                    int beside = plane.colour(x + 1, y); // red or blue, whichever shares the row
                    full[to + beside] = along(plane.rimmed(), at, 1, plane.row());
                    full[to + 2 - beside] = along(plane.rimmed(), at, plane.row(), 1);
                } else {
                    full[to + GREEN] = green(plane.rimmed(), at, plane.row());
                    full[to + 2 - caught] = opposite(plane.rimmed(), at, plane.row());
                }
            }
        }
        return full;
    }

    /** Green at a red or blue pixel. */
    private static float green(float[] v, int i, int row) {
        return (4 * v[i] + 2 * cross(v, i, row) - far(v, i, 1) - far(v, i, row)) / 8;
    }

    /** At green, the colour whose samples lie a step to both sides. */
    private static float along(float[] v, int i, int step, int across) {
        return (5 * v[i]
                        + 4 * (v[i - step] + v[i + step])
                        - corners(v, i, step, across)
                        - far(v, i, step)
                        + far(v, i, across) / 2)
                / 8;
    }

    /** Red at blue, or blue at red. */
    private static float opposite(float[] v, int i, int row) {
        return (6 * v[i] + 2 * corners(v, i, 1, row) - 1.5f * (far(v, i, 1) + far(v, i, row))) / 8;
    }

    private static float cross(float[] v, int i, int row) {
        return v[i - 1] + v[i + 1] + v[i - row] + v[i + row];
    }

    private static float far(float[] v, int i, int step) {
        return v[i - 2 * step] + v[i + 2 * step];
    }

    private static float corners(float[] v, int i, int step, int across) {
        return v[i - step - across] + v[i + step - across] + v[i - step + across] + v[i + step + across];
    }
}
