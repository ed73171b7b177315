package io.unveil.degradation.occlusion;

import io.unveil.degradation.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Holes for training examples, of several kinds in given shares. Immutable once made; may be used by several threads,
 * each with its own random numbers.
 */
public final class OcclusionMixture {
    /**
     * One kind in the mixture.
     *
     * @param weight its share among all, relative; above 0
     */
    public record Share(Occlusion kind, double weight) {
        public Share {
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the weight of %s must be above 0, was %s".formatted(kind, weight));
            }
        }
    }

    private static final int TRIES = 30;
    private static final int KINDS = 50;

    private final List<HoleStock> stocks;
    private final double[] cumulative;
    private final double least;
    private final double most;

    private OcclusionMixture(List<Share> shares, Function<Occlusion, HoleStock> stock, double least, double most) {
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("a mixture of occlusions needs at least one kind");
        }
        if (!(least >= 0 && least < most && most <= .99)) {
            throw new IllegalArgumentException(
                    "coverage of examples must rise within 0 to 0.99, was %s to %s".formatted(least, most));
        }
        this.stocks = shares.stream().map(share -> stock.apply(share.kind())).toList();
        this.cumulative = shares.stream().mapToDouble(Share::weight).toArray();
        Arrays.parallelPrefix(cumulative, Double::sum);
        this.least = least;
        this.most = most;
    }

    /**
     * Of patches, cut from pictures with a short side of 400 pixels. Fast: shapes are drawn once, on pages, and a
     * patch's hole is cut from a page at a random place in one of eight symmetries.
     *
     * @param least smallest share of a patch that may be hidden, in [0, 1)
     * @param most largest, at most .99 and above the least
     * @param seed of the pages
     */
    public static OcclusionMixture ofPatches(List<Share> shares, double least, double most, long seed) {
        Draws draws = new Draws(seed);
        return new OcclusionMixture(shares, kind -> HoleStock.paged(kind, draws), least, most);
    }

    /**
     * Of whole pictures: each hole is drawn as {@link Occlusion#draw} would for a picture of that size.
     *
     * @param least smallest share of a picture that may be hidden, in [0, 1)
     * @param most largest, at most .99 and above the least
     */
    public static OcclusionMixture ofPictures(List<Share> shares, double least, double most) {
        return new OcclusionMixture(shares, HoleStock::fresh, least, most);
    }

    /**
     * Draws the hole of one example.
     *
     * @param into width x height, row by row; overwritten, true is the hole
     * @param random advanced by each draw
     * @throws IllegalStateException if no kind of the mixture gives a coverage within the bounds
     */
    public void draw(int width, int height, boolean[] into, SplittableRandom random) {
        if (into.length != width * height) {
            throw new IllegalArgumentException(
                    "%d x %d pixels do not fit an array of %d".formatted(width, height, into.length));
        }
        Draws draws = new Draws(random);
        for (int kind = 0; kind < KINDS; kind++) {
            HoleStock stock = drawn(draws);
            for (int attempt = 0; attempt < TRIES; attempt++) {
                Arrays.fill(into, false);
                stock.cover(width, height, into, draws);
                double share = share(into);
                if (share > 0 && share >= least && share <= most) {
                    return;
                }
            }
        }
        throw new IllegalStateException("no hole of %d x %d pixels reached a coverage of %s to %s in %d attempts"
                .formatted(width, height, least, most, KINDS * TRIES));
    }

    private HoleStock drawn(Draws draws) {
        double drawn = draws.uniform() * cumulative[cumulative.length - 1];
        int i = 0;
        while (drawn >= cumulative[i]) {
            i++;
        }
        return stocks.get(i);
    }

    private static double share(boolean[] hole) {
        int count = 0;
        for (boolean hidden : hole) {
            count += hidden ? 1 : 0;
        }
        return (double) count / hole.length;
    }
}
