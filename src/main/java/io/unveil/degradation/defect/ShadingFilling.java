package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;

/**
 * The picture itself, .25 to 2.5 standard deviations brighter or darker, in two of five cases unevenly, by a noise
 * field; the contrast around its mean is unchanged in two of five cases, else multiplied by .3 to 2.2.
 */
final class ShadingFilling implements DefectPainter {
    @Override
    public Pixels draw(DefectSite site, Draws draws) {
        double[] levels = site.levels(site.before());
        double[] change = DefectPainter.tint(levels.length, draws);
        double off = site.spread() * draws.byFactors(.25, 2.5) * (draws.chance(.5) ? -1 : 1);
        for (int c = 0; c < change.length; c++) {
            change[c] *= off;
        }
        double contrast = draws.chance(.4) ? 1 : draws.byFactors(.3, 2.2);
        if (draws.chance(.6)) {
            return site.filled((x, y, c, before) -> levels[c] + (before - levels[c]) * contrast + change[c]);
        }
        NoiseFields.Field field = site.fields().piece(site.mask().size(), draws);
        return site.filled((x, y, c, before) ->
                levels[c] + (before - levels[c]) * contrast + change[c] * (1 + .5 * field.at(x, y)));
    }
}
