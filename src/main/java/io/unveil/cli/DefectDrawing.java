package io.unveil.cli;

import io.unveil.data.Example;
import io.unveil.data.Textures;
import io.unveil.degradation.Draws;
import io.unveil.degradation.defect.DefectMixture;
import io.unveil.degradation.defect.Defective;
import io.unveil.degradation.defect.SyntheticDefects;
import io.unveil.image.Collage;
import io.unveil.image.Mask;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import io.unveil.image.Size;
import io.unveil.image.Standardising;

/**
 * Draws synthetic defects on pictures of any size. Defects have the sizes that networks learn from: on a larger picture
 * they lie within a window of {@value #SIDE} pixels a side, at a random place.
 */
final class DefectDrawing {
    private static final int SIDE = 256;
    private static final double LEAST_SPREAD = 8 / 255.; // so that a blank picture has a scale too

    private final DefectMixture mixture;
    private final SyntheticDefects defects;

    /** Every picture gets defects, whatever the mixture's share of clean ones. */
    DefectDrawing(DefectMixture mixture) {
        this.mixture = mixture.withClean(0);
        this.defects = new SyntheticDefects(this.mixture, LEAST_SPREAD, new Size(SIDE, SIDE), 0);
    }

    /**
     * @param other picture to take texture from, brought to as many channels; may be the same
     * @return the whole picture and its mask
     */
    Defective on(Picture picture, Picture other, long seed) {
        Draws draws = new Draws(seed);
        Size size = picture.size();
        int width = Math.min(SIDE, size.width());
        int height = Math.min(SIDE, size.height());
        int left = draws.below(size.width() - width + 1);
        int top = draws.below(size.height() - height + 1);
        Rectangle window = new Rectangle(left, top, width, height);
        Pixels whole = picture.pixels();
        Defective part = defects.with(
                        mixture, Math.max(LEAST_SPREAD, Standardising.of(whole).spread()))
                .draw(
                        whole.region(window),
                        Textures.own(example(picture, picture.channels())),
                        Textures.other(example(other, picture.channels())),
                        draws);
        Mask mask = Mask.of(
                size,
                (x, y) -> x >= left
                        && x < window.right()
                        && y >= top
                        && y < window.bottom()
                        && part.mask().at(x - left, y - top));
        Collage defective = Collage.over(whole);
        defective.put(part.picture(), left, top);
        return new Defective(defective.pixels(), mask);
    }

    private static Example example(Picture picture, int channels) {
        return Example.of("texture", picture, channels);
    }
}
