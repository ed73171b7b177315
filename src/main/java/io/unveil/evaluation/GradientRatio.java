package io.unveil.evaluation;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Source;
import java.util.Optional;

/**
 * How much goes on in a hole for what goes on around it: the mean gradient of the luma (central differences) over the
 * pixels of the hole that have no known neighbour, over that in the ring 2 to 25 pixels around it. About 1 for the
 * truth, near 0 for a fill that is smooth.
 */
public final class GradientRatio {
    private static final int RING = 25;

    private final Pixels luma;

    private GradientRatio(Pixels luma) {
        this.luma = luma;
    }

    /** Empty where a hole is too narrow, leaves no ring, or nothing goes on around it. */
    public static Optional<Double> of(Source picture, Mask hole) {
        GradientRatio ratio = new GradientRatio(picture.pixels().inGray());
        double inside = ratio.mean(hole.core(1));
        double around = ratio.mean(hole.grown(RING).without(hole.grown(1)));
        return Optional.of(inside / around).filter(Double::isFinite);
    }

    /** NaN over no pixel. */
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
