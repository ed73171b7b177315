package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;

/** The picture itself with Gaussian noise of .2 to 1.5 standard deviations of the picture, drawn for each channel. */
final class NoiseFilling implements DefectPainter {
    @Override
    public Pixels draw(DefectSite site, Draws draws) {
        double sigma = site.spread() * draws.byFactors(.2, 1.5);
        return site.filled((x, y, c, before) -> before + sigma * draws.normal());
    }
}
