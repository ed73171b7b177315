package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;

/** Everything beyond a {@link WavyLine}, with an edge up to 6 pixels wide. */
final class EdgeOutline implements DefectOutline {
    @Override
    public void draw(SoftMask mask, NoiseFields fields, Draws draws) {
        WavyLine line = WavyLine.drawn(mask.size(), fields, draws);
        double edge = DefectOutline.edge(6, draws);
        for (int y = 0; y < mask.size().height(); y++) {
            for (int x = 0; x < mask.size().width(); x++) {
                mask.cover(x, y, Math.min(line.beyond(x, y), line.within(x, y)) / edge + .5);
            }
        }
    }
}
