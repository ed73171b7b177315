package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;

/**
 * One level, .3 to 3.5 standard deviations off the mean of the replaced part, darker in three of five cases; half of
 * them with noise of up to half a standard deviation.
 */
final class LevelFilling implements DefectPainter {
    @Override
    public Pixels draw(DefectSite site, Draws draws) {
        double off = site.spread() * draws.byFactors(.3, 3.5) * (draws.chance(.6) ? -1 : 1);
        double noise = draws.chance(.5) ? 0 : site.spread() * draws.between(0, .5);
        double[] levels = site.levels(site.before());
        double[] tint = DefectPainter.tint(levels.length, draws);
        for (int c = 0; c < levels.length; c++) {
            levels[c] += off * tint[c];
        }
        return noise == 0
                ? site.filled((x, y, c, before) -> levels[c])
                : site.filled((x, y, c, before) -> levels[c] + noise * draws.normal());
    }
}
