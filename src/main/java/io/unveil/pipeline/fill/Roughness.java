package io.unveil.pipeline.fill;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import io.unveil.image.Source;

/** How rough a picture is along the rim of a hole. */
final class Roughness {
    private static final int RIM = 16; // pixels around the hole
    private static final double PEAK = 255;

    private Roughness() {}

    /**
     * How far pixels lie from the mean of their two neighbours, along rows and along columns: the mean over the known
     * pixels near the part of a hole in a rectangle, 8-bit levels. A slope is not rough. 0 where no pixel is near.
     * Reads three rows at a time.
     */
    static double around(Rectangle place, Source picture, Mask hole) {
        Rectangle around = place.grown(RIM, picture.size());
        Mask here = hole.part(around);
        Mask rim = here.grown(RIM).without(here);
        double sum = 0;
        long count = 0;
        for (int y = 1; y + 1 < around.height(); y++) {
            if (!rim.touches(new Rectangle(0, y, around.width(), 1))) {
                continue;
            }
            Pixels rows = picture.region(around.x(), around.y() + y - 1, around.width(), 3);
            for (int x = 1; x + 1 < around.width(); x++) {
                if (rim.at(x, y) && rim.at(x - 1, y) && rim.at(x + 1, y) && rim.at(x, y - 1) && rim.at(x, y + 1)) {
                    sum += offMeans(rows, x);
                    count++;
                }
            }
        }
        return count == 0 ? 0 : PEAK * sum / count;
    }

    /** Of a pixel of the middle row, mean over both directions and the channels. */
    private static double offMeans(Pixels rows, int x) {
        int channels = rows.channels();
        int row = rows.width() * channels;
        float[] values = rows.values();
        double sum = 0;
        for (int i = row + x * channels; i < row + (x + 1) * channels; i++) {
            sum += Math.abs(2 * values[i] - values[i - channels] - values[i + channels])
                    + Math.abs(2 * values[i] - values[i - row] - values[i + row]);
        }
        return sum / (4 * channels);
    }
}
