package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;

/**
 * The picture itself, in three of five cases blurred by two means over (2 r + 1) x (2 r + 1) pixels, r from 1 to 8;
 * else sharpened: the difference from one such mean, r from 2 to 8, times 1.5 to 4.
 */
final class FocusFilling implements DefectPainter {
    @Override
    public Pixels draw(DefectSite site, Draws draws) {
        boolean blurred = draws.chance(.6);
        int radius = (int) draws.byFactors(blurred ? 1 : 2, 9);
        Rectangle around = site.box().grown(2 * radius, site.mask().size());
        Rectangle inside = site.box().moved(-around.x(), -around.y());
        Pixels mean = mean(site.picture().region(around), radius);
        if (blurred) {
            return mean(mean, radius).region(inside);
        }
        double strength = draws.between(1.5, 4);
        float[] even = mean.region(inside).values();
        int channels = site.channels();
        Rectangle box = site.box();
        return site.filled((x, y, c, before) -> {
            float level = even[((y - box.y()) * box.width() + x - box.x()) * channels + c];
            return level + (before - level) * strength;
        });
    }

    /** The mean over the part of each pixel's window that lies in the picture. */
    private static Pixels mean(Pixels picture, int radius) {
        int row = picture.width() * picture.channels();
        float[] along = new float[picture.values().length];
        for (int start = 0; start < along.length; start += row) {
            for (int c = 0; c < picture.channels(); c++) {
                mean(picture.values(), along, start + c, picture.channels(), picture.width(), radius);
            }
        }
        float[] both = new float[along.length];
        for (int i = 0; i < row; i++) {
            mean(along, both, i, row, picture.height(), radius);
        }
        return new Pixels(picture.width(), picture.height(), picture.channels(), both);
    }

    /** Running means over a line of {@code count} values, {@code step} apart. */
    private static void mean(float[] from, float[] to, int start, int step, int length, int radius) {
        double sum = 0;
        for (int i = 0; i < Math.min(radius, length); i++) {
            sum += from[start + i * step];
        }
        for (int i = 0; i < length; i++) {
            if (i + radius < length) {
                sum += from[start + (i + radius) * step];
            }
            if (i > radius) {
                sum -= from[start + (i - radius - 1) * step];
            }
            int counted = Math.min(length - 1, i + radius) - Math.max(0, i - radius) + 1;
            to[start + i * step] = (float) (sum / counted);
        }
    }
}
