package io.unveil.image;

import java.util.List;

/**
 * The error between two pictures: over all pixels, inside a mask, and outside of it.
 *
 * @param whole over all pixels and channels
 * @param inside over the pixels of the hole
 * @param outside over all others
 */
public record MaskedDifference(Difference whole, Share inside, Share outside) {
    /**
     * Means over some of the pixels, all channels; 0 and an infinite PSNR where there are none. In 8-bit levels, peak
     * 255.
     */
    public record Share(double mse, double mae, double psnr) {
        private static Share of(ErrorSums sums, double samples) {
            return new Share(sums.mse(samples), sums.mae(samples), sums.psnr(samples));
        }
    }

    /** @throws IllegalArgumentException if the two, or the mask, differ in size, or the two in channels */
    public static MaskedDifference between(Source a, Source b, Mask hole) {
        return between(a, b, hole, List.of(Rectangle.of(a.size())));
    }

    /**
     * The same for pictures that are equal outside of some rectangles; only these are read. They contain the whole hole
     * and lie at least 20 pixels apart.
     */
    public static MaskedDifference between(Source a, Source b, Mask hole, List<Rectangle> changed) {
        requireAlike(a, b, hole);
        ErrorSums inside = new ErrorSums();
        ErrorSums outside = new ErrorSums();
        changed.forEach(part -> add(a, b, hole, part, inside, outside));
        double samples = (double) a.size().pixels() * a.channels();
        double within = (double) hole.count() * a.channels();
        ErrorSums all = new ErrorSums();
        all.add(inside);
        all.add(outside);
        return new MaskedDifference(
                new Difference(
                        all.mse(samples), all.mae(samples), all.psnr(samples), StructuralSimilarity.of(a, b, changed)),
                Share.of(inside, within),
                Share.of(outside, samples - within));
    }

    /** Over the pixels of the hole only: the comparison of filling methods. */
    public static Share inside(Source a, Source b, Mask hole) {
        requireAlike(a, b, hole);
        ErrorSums inside = new ErrorSums();
        hole.bounds().ifPresent(bounds -> add(a, b, hole, bounds, inside, new ErrorSums()));
        return Share.of(inside, (double) hole.count() * a.channels());
    }

    private static void requireAlike(Source a, Source b, Mask hole) {
        Difference.requireAlike(a, b);
        if (!hole.size().equals(a.size())) {
            throw new IllegalArgumentException(
                    "the mask is %s pixels, the pictures %s".formatted(hole.size(), a.size()));
        }
    }

    private static void add(Source a, Source b, Mask hole, Rectangle part, ErrorSums inside, ErrorSums outside) {
        int channels = a.channels();
        for (int y = part.y(); y < part.bottom(); y++) {
            float[] ours = a.region(part.x(), y, part.width(), 1).values();
            float[] theirs = b.region(part.x(), y, part.width(), 1).values();
            for (int i = 0; i < ours.length; i++) {
                (hole.at(part.x() + i / channels, y) ? inside : outside).add(ours[i], theirs[i]);
            }
        }
    }
}
