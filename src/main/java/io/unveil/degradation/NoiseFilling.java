package io.unveil.degradation;

import io.unveil.image.Pixels;

/** What is there, with Gaussian noise of .2 to 1.5 standard deviations of the picture, drawn for each channel. */
final class NoiseFilling implements Filling {
    @Override
    public Pixels draw(Site site, Draws draws) {
        double sigma = site.spread() * draws.byFactors(.2, 1.5);
        return site.filled((x, y, c, before) -> before + sigma * draws.normal());
    }
}
