package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;

/**
 * A rectangle of 2 to 16 pixels by 10 to 25, at any angle: the scar of CutPaste (Li et al., CVPR 2021, section 2.2), a
 * quarter of them up to half the side long.
 */
final class ScarOutline implements DefectOutline {
    @Override
    public void draw(SoftMask mask, NoiseFields fields, Draws draws) {
        double width = draws.byFactors(2, 16);
        double length = draws.chance(.25) ? draws.byFactors(25, Math.max(25, mask.side() / 2.)) : draws.between(10, 25);
        mask.rectangle(
                draws.uniform() * mask.size().width(),
                draws.uniform() * mask.size().height(),
                length,
                Math.min(width, length / 2),
                draws.between(0, Math.PI),
                DefectOutline.edge(2, draws));
    }
}
