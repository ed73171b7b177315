package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;

/**
 * A rectangle of 20 pixels to an eighth of the picture, from 8 times as high as wide to 8 times as wide as high, half of them turned by up to 45 degrees: with texture
 * from elsewhere it is CutPaste (Li, Sohn, Yoon and Pfister, CVPR 2021, section 2.1).
 */
final class RectangleOutline implements DefectOutline {
    @Override
    public void draw(SoftMask mask, NoiseFields fields, Draws draws) {
        double area = draws.byFactors(20, Math.max(20, .12 * mask.size().pixels()));
        double proportion = draws.byFactors(.125, 8);
        mask.rectangle(
                draws.uniform() * mask.size().width(),
                draws.uniform() * mask.size().height(),
                Math.sqrt(area * proportion),
                Math.sqrt(area / proportion),
                draws.chance(.5) ? 0 : draws.between(-Math.PI / 4, Math.PI / 4),
                DefectOutline.edge(5, draws));
    }
}
