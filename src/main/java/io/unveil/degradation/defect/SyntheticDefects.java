package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Size;

/**
 * Draws defects onto normal pictures, to teach a network what is not normal: one, with a probability of .35 a second
 * and with .15 another, each a shape with a filling, blended with some opacity. A defect is kept only if it can be seen
 * ({@link Overlay#isVisible}) and takes 4 pixels or more and at most three quarters of the picture; else it is drawn
 * anew, up to four times in all, then left out. After DRAEM (Zavrtanik et al., ICCV 2021) and CutPaste (Li et al., CVPR
 * 2021).
 *
 * <p>Immutable once made; may be used by several threads, each with its own draws. The result depends only on the seed
 * and the draws.
 */
public final class SyntheticDefects {
    private static final int ATTEMPTS = 4;
    private static final int LEAST_AREA = 4;
    private static final double MOST_OF_PICTURE = .75;

    private final DefectMixture mixture;
    private final double spread;
    private final Size largest;
    private final NoiseFields fields;

    /**
     * @param spread one standard deviation of the whole picture, in its values, above 0; the unit of visibility and
     *     strength
     * @param largest size of the pictures
     * @param seed of the noise fields, which are drawn at construction
     */
    public SyntheticDefects(DefectMixture mixture, double spread, Size largest, long seed) {
        this(mixture, checked(spread), largest, new NoiseFields(largest, new Draws(seed)));
    }

    private SyntheticDefects(DefectMixture mixture, double spread, Size largest, NoiseFields fields) {
        this.mixture = mixture;
        this.spread = spread;
        this.largest = largest;
        this.fields = fields;
    }

    /** The same, from the same noise fields, with another mixture for pictures of another spread. */
    public SyntheticDefects with(DefectMixture otherMixture, double otherSpread) {
        return new SyntheticDefects(otherMixture, checked(otherSpread), largest, fields);
    }

    private static double checked(double spread) {
        if (!(spread > 0 && spread < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the spread of pictures must be above 0, was " + spread);
        }
        return spread;
    }

    /**
     * @param normal gray or colour, in [0, 1]
     * @param own texture of the same picture
     * @param others texture of other pictures
     * @param draws advanced by this
     * @return a picture of the same size and channels, unchanged outside of the defects and their soft edges
     * @throws IllegalArgumentException if the picture is larger than the largest, or texture has another size or number
     *     of channels
     */
    public Defective draw(Pixels normal, TextureSource own, TextureSource others, Draws draws) {
        Size size = normal.size();
        if (size.width() > largest.width() || size.height() > largest.height()) {
            throw new IllegalArgumentException(
                    "defects are drawn for pictures of at most %s, this one is %s".formatted(largest, size));
        }
        boolean[] where = new boolean[Math.toIntExact(size.pixels())];
        Pixels picture = normal;
        if (!draws.chance(mixture.clean())) {
            int count = 1 + (draws.chance(.35) ? 1 : 0) + (draws.chance(.15) ? 1 : 0);
            for (int i = 0; i < count; i++) {
                picture = withOneMore(picture, where, own, others, draws);
            }
        }
        return new Defective(picture, Mask.of(size, (x, y) -> where[y * size.width() + x]));
    }

    private Pixels withOneMore(Pixels picture, boolean[] where, TextureSource own, TextureSource others, Draws draws) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            SoftMask mask = new SoftMask(picture.size());
            mixture.shape(draws).outline().draw(mask, fields, draws);
            DefectPainter filling = mixture.filling(draws).filling();
            double opacity = mixture.opacity(draws);
            int area = mask.area();
            if (area >= LEAST_AREA && area <= MOST_OF_PICTURE * where.length) {
                DefectSite site = new DefectSite(picture, mask, mask.box().orElseThrow(), spread, fields, own, others);
                Overlay overlay = new Overlay(picture, mask, site.box(), filling.draw(site, draws), opacity);
                if (overlay.isVisible(spread)) {
                    mask.addTo(where);
                    return overlay.drawn();
                }
            }
        }
        return picture;
    }
}
