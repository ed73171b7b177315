package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;

/** A band along a {@link WavyLine}, 6 pixels to half the side wide, with an edge up to 6 pixels wide. */
final class BandOutline implements DefectOutline {
    @Override
    public void draw(SoftMask mask, NoiseFields fields, Draws draws) {
        WavyLine line = WavyLine.drawn(mask.size(), fields, draws);
        double half = draws.byFactors(6, Math.max(6, mask.side() / 2.)) / 2;
        double edge = DefectOutline.edge(6, draws);
        for (int y = 0; y < mask.size().height(); y++) {
            for (int x = 0; x < mask.size().width(); x++) {
                double inside = half - Math.abs(line.beyond(x, y));
                mask.cover(x, y, Math.min(inside, line.within(x, y)) / edge + .5);
            }
        }
    }
}
