package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Size;

/** Surfaces without defects, and what is measured of where defects lie. */
final class Ground {
    static final double SPREAD = 40 / 255.;

    private Ground() {}

    /** Slow waves and fine noise around the middle, of about the usual spread. */
    static Pixels lively(int width, int height, int channels) {
        Draws draws = new Draws(1);
        float[] values = new float[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            int x = i / channels % width;
            int y = i / channels / width;
            double wave = Math.sin(x * .07) * Math.cos(y * .05);
            values[i] = (float) Math.min(1, Math.max(0, .5 + .2 * wave + .1 * draws.normal()));
        }
        return new Pixels(width, height, channels, values);
    }

    /** Pieces of a ground, upright. */
    static TextureSource pieces(Pixels ground) {
        return (size, draws) -> ground.region(
                draws.below(ground.width() - size.width() + 1),
                draws.below(ground.height() - size.height() + 1),
                size.width(),
                size.height());
    }

    /** Texture of two levels, pixel by pixel at random. */
    static TextureSource twoLevels(double low, double high, int channels) {
        return (size, draws) -> {
            float[] values = new float[Math.toIntExact(size.pixels()) * channels];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (draws.chance(.5) ? low : high);
            }
            return new Pixels(size.width(), size.height(), channels, values);
        };
    }

    /** What a soft mask covers by more than half. */
    static Mask covered(SoftMask mask) {
        boolean[] covered = new boolean[Math.toIntExact(mask.size().pixels())];
        mask.addTo(covered);
        return Mask.of(mask.size(), (x, y) -> covered[y * mask.size().width() + x]);
    }

    /** Twice the area by the length of the outline: the width of what is long and thin. */
    static double width(Mask mask) {
        return 2. * mask.count() / Math.max(1, outline(mask));
    }

    private static int outline(Mask mask) {
        int sides = 0;
        for (int y = 0; y < mask.size().height(); y++) {
            for (int x = 0; x < mask.size().width(); x++) {
                if (mask.at(x, y)) {
                    sides += inside(mask, x - 1, y) ? 0 : 1;
                    sides += inside(mask, x + 1, y) ? 0 : 1;
                    sides += inside(mask, x, y - 1) ? 0 : 1;
                    sides += inside(mask, x, y + 1) ? 0 : 1;
                }
            }
        }
        return sides;
    }

    private static boolean inside(Mask mask, int x, int y) {
        Size size = mask.size();
        return x >= 0 && y >= 0 && x < size.width() && y < size.height() && mask.at(x, y);
    }

    /** How many times a walk along the border of the picture enters the mask; 0 where the border is all in or all out. */
    static int entriesAtBorder(Mask mask) {
        int right = mask.size().width() - 1;
        int bottom = mask.size().height() - 1;
        int around = 2 * (right + bottom);
        int entries = 0;
        boolean before = mask.at(0, 1);
        for (int i = 0; i < around; i++) {
            int x = i < right ? i : i < right + bottom ? right : Math.max(0, 2 * right + bottom - i);
            int y = i < right ? 0 : i < right + bottom ? i - right : Math.min(bottom, around - i);
            entries += mask.at(x, y) && !before ? 1 : 0;
            before = mask.at(x, y);
        }
        return entries;
    }

    /** How many arms leave some pixel of the mask: the most times that a circle around one enters it after half a radian outside, or more. */
    static int arms(Mask mask, double radius) {
        int most = 0;
        for (int y = 0; y < mask.size().height(); y++) {
            for (int x = 0; x < mask.size().width(); x++) {
                most = mask.at(x, y) ? Math.max(most, armsOf(mask, x, y, radius)) : most;
            }
        }
        return most;
    }

    private static int armsOf(Mask mask, int x, int y, double radius) {
        int arms = 0;
        int outside = 0;
        for (int i = -16; i < 64; i++) {
            boolean on = on(mask, x, y, radius, i);
            arms += i >= 0 && on && outside >= 5 ? 1 : 0;
            outside = on ? 0 : outside + 1;
        }
        return arms;
    }

    private static boolean on(Mask mask, int x, int y, double radius, int step) {
        double angle = step * Math.PI / 32;
        return inside(
                mask, (int) Math.round(x + radius * Math.cos(angle)), (int) Math.round(y + radius * Math.sin(angle)));
    }

    /** Standard deviations along the longest and the shortest axis of the mask's pixels. */
    static double[] axes(Mask mask) {
        double count = mask.count();
        double[] sums = new double[5];
        for (int y = 0; y < mask.size().height(); y++) {
            for (int x = 0; x < mask.size().width(); x++) {
                if (mask.at(x, y)) {
                    sums[0] += x / count;
                    sums[1] += y / count;
                    sums[2] += (double) x * x / count;
                    sums[3] += (double) y * y / count;
                    sums[4] += (double) x * y / count;
                }
            }
        }
        double xx = sums[2] - sums[0] * sums[0] + 1 / 12.; // a pixel is a square
        double yy = sums[3] - sums[1] * sums[1] + 1 / 12.;
        double xy = sums[4] - sums[0] * sums[1];
        double half = Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
        return new double[] {Math.sqrt((xx + yy) / 2 + half), Math.sqrt(Math.max(0, (xx + yy) / 2 - half))};
    }
}
