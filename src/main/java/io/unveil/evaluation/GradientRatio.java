package io.unveil.evaluation;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Source;
import java.util.Optional;

/**
 * Detail in a hole relative to its surroundings: the mean gradient of the luma (central differences) over the pixels of
 * the hole that have no known neighbour, divided by that in the ring 2 to 25 pixels around it. About 1 for the true
 * picture, near 0 for a smooth fill.
 */
public final class GradientRatio {
    private static final int RING = 25;

    private final Pixels luma;

    private GradientRatio(Pixels luma) {
        this.luma = luma;
    }

    /** Empty where a hole is too narrow or leaves no ring, or where the ring has no gradient. */
    public static Optional<Double> of(Source picture, Mask hole) {
        GradientRatio ratio = new GradientRatio(picture.pixels().inGray());
        double inside = ratio.mean(hole.core(1));
        double around = ratio.mean(hole.grown(RING).without(hole.grown(1)));
        return Optional.of(inside / around).filter(Double::isFinite);
    }

    /** NaN where there is no pixel. */
    private double mean(Mask pixels) {
        double sum = 0;
        long count = 0;
        for (int y = 1; y < luma.height() - 1; y++) {
            for (int x = 1; x < luma.width() - 1; x++) {
                if (pixels.at(x, y)) {
                    sum += Math.hypot(at(x + 1, y) - at(x - 1, y), at(x, y + 1) - at(x, y - 1));
                    count++;
                }
            }
        }
        return sum / count;
    }

    private double at(int x, int y) {
        return luma.values()[y * luma.width() + x];
    }
}
