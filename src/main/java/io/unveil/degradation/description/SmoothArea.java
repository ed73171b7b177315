package io.unveil.degradation.description;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The smoothest blocks of a picture within one range of brightness. What varies there is noise, if there is any: a
 * picture varies the more the larger the scale (its spectrum falls with the square of the frequency; Field 1987), noise
 * does not. This is how noise is told from texture where it is not white (Colom, Lebrun, Buades, Morel 2015,
 * "Nonparametric multiscale blind estimation of intensity-frequency-dependent noise", IEEE Transactions on Image
 * Processing 24(10), take the smoothest blocks at each scale and brightness likewise).
 *
 * <p>All are medians over these blocks.
 *
 * @param blocks the smoothest ones
 * @param brightness mean luma, 8-bit levels
 * @param fine deviation of the luma at the scale of the picture, 8-bit levels
 * @param middle the same at half the size
 * @param coarse the same at a quarter of the size
 * @param fall fine over coarse deviation of a block: 4 for white noise, well below 1 for texture
 * @param unevenness as in {@link Block}
 * @param direction as in {@link Block}
 * @param spread fine deviation of a block that nine of ten stay below, over that which one of ten stays below
 * @param chroma coarse deviation of the colour, 8-bit levels
 * @param below share of all the blocks of this brightness with much less fine deviation than these
 */
record SmoothArea(
        List<Block> blocks,
        double brightness,
        double fine,
        double middle,
        double coarse,
        double fall,
        double unevenness,
        double direction,
        double spread,
        double chroma,
        double below) {
    private static final int RANGES = 4;
    private static final double SMOOTHEST = .15; // share of the blocks of a range
    private static final int LEAST = 6; // blocks
    private static final double BLACK = 8; // brightness below which noise is cut off
    private static final double WHITE = 248; // and above
    private static final double STRONG = 3.5; // fine deviation, levels
    private static final double EVEN = 1.2; // unevenness that noise stays below where JPEG did not thin it out
    private static final double TENTH = .1; // level: keeps a constant block from dividing by nothing

    /** The smoothest 15 % in each of four ranges that hold equally many blocks; none where there are too few. */
    static List<SmoothArea> of(List<Block> all) {
        List<Block> lit = all.stream()
                .filter(block -> block.brightness() > BLACK && block.brightness() < WHITE)
                .sorted(Comparator.comparingDouble(Block::brightness))
                .toList();
        List<SmoothArea> areas = new ArrayList<>();
        for (int range = 0; range < RANGES && lit.size() >= RANGES * LEAST; range++) {
            areas.add(area(lit.subList(range * lit.size() / RANGES, (range + 1) * lit.size() / RANGES)));
        }
        return areas;
    }

    private static SmoothArea area(List<Block> range) {
        List<Block> smoothest = range.stream()
                .sorted(Comparator.comparingDouble(block -> block.luma().coarse()))
                .limit(Math.max(LEAST, (int) (SMOOTHEST * range.size())))
                .toList();
        double fine = quantile(smoothest, .5, SmoothArea::fine);
        return new SmoothArea(
                smoothest,
                quantile(smoothest, .5, Block::brightness),
                fine,
                quantile(smoothest, .5, block -> Math.sqrt(block.luma().middle())),
                quantile(smoothest, .5, SmoothArea::coarse),
                quantile(smoothest, .5, block -> fine(block) / (coarse(block) + TENTH)),
                quantile(smoothest, .5, Block::unevenness),
                quantile(smoothest, .5, Block::direction),
                quantile(smoothest, .9, SmoothArea::fine) / (quantile(smoothest, .1, SmoothArea::fine) + TENTH / 2),
                quantile(smoothest, .5, block -> Math.sqrt(block.chroma().coarse())),
                (double) range.stream().filter(block -> fine(block) < .6 * fine).count() / range.size());
    }

    private static double fine(Block block) {
        return Math.sqrt(block.luma().fine());
    }

    private static double coarse(Block block) {
        return Math.sqrt(block.luma().coarse());
    }

    static double quantile(List<Block> blocks, double share, ToDoubleFunction<Block> figure) {
        double[] sorted = blocks.stream().mapToDouble(figure).sorted().toArray();
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /**
     * Whether what varies here is noise: no less at the scale of the picture than at a quarter of its size, and as even
     * over the blocks and within them as chance makes it. JPEG thins weak noise out; strong noise must be the more
     * even.
     */
    boolean isNoise() {
        return fall > (isVivid() ? .8 : .97)
                && fine > .75
                && middle > .85
                && (isVivid() || coarse < Math.max(6, .8 * fine))
                && unevenness < (fine < 1.2 ? 2.2 : fine < 2 ? 1.6 : fine < STRONG ? 1.5 : 1.35)
                && spread < mostSpread()
                && Math.abs(direction) < (fine < STRONG ? .95 : .5)
                && below < .04;
    }

    /**
     * Whether it is as even as noise, over the blocks and within them. Noise that was smoothed over several pixels is
     * stronger at half the size, as texture is; but texture is hardly ever that even in two ranges of brightness.
     */
    boolean isEven() {
        return fall > .65
                && fine > 1
                && middle > 1
                && unevenness < 1.25
                && spread < 1.35
                && Math.abs(direction) < .4
                && below < .003;
    }

    private double mostSpread() {
        if (fine < STRONG) {
            return fine < 2.5 ? 1.65 : 1.45;
        }
        return isVivid() ? 1.55 : unevenness < EVEN ? 1.4 : 1.3;
    }

    /** Strong noise in the colours too. */
    private boolean isVivid() {
        return fine > STRONG && chroma > .4 * coarse && unevenness < EVEN;
    }

    /** Strong, and hardly in the colours: like fine texture, such as sand. */
    boolean isPale() {
        return fine > STRONG && chroma < .3 * coarse;
    }

    /** Far too strong for noise that is not in the colours too, but as even as that: lawn, felt, sand. */
    boolean isGrass() {
        return fine > 8 && chroma < .3 * coarse;
    }

    /** Smooth, and with nothing in it that could be noise. */
    boolean isCalm() {
        return coarse < 1.5 && fine < 1;
    }
}
