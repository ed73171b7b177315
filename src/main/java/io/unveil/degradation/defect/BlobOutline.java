package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;
import io.unveil.image.Rectangle;

/**
 * The region where a noise field lies above a threshold, .3 to 1.9 of its standard deviations, as in DRAEM (Zavrtanik,
 * Kristan and Skocaj, ICCV 2021, section 3.3); three in five are cut by a disc with a radius of 1/12 to 2/3 of the
 * side, so that a defect can be small and local.
 */
final class BlobOutline implements DefectOutline {
    private static final double RIM = 3; // width of the disc's soft edge, in pixels

    @Override
    public void draw(SoftMask mask, NoiseFields fields, Draws draws) {
        NoiseFields.Field field = fields.piece(mask.size(), draws);
        double threshold = draws.between(.3, 1.9);
        double edge = draws.chance(.5) ? .08 : draws.between(.1, .25); // in the field's units
        double radius = draws.chance(.6) ? draws.byFactors(mask.side() / 12., mask.side() / 1.5) : 1e6;
        double middleX = draws.uniform() * mask.size().width();
        double middleY = draws.uniform() * mask.size().height();
        Rectangle part = mask.around(middleX, middleY, radius + RIM).orElseThrow(); // its middle lies in the picture
        for (int y = part.y(); y < part.bottom(); y++) {
            for (int x = part.x(); x < part.right(); x++) {
                double share = Math.min(1, (field.at(x, y) - threshold) / edge + .5);
                if (share > 0) {
                    double offX = x + .5 - middleX;
                    double offY = y + .5 - middleY;
                    double outside = Math.sqrt(offX * offX + offY * offY) - radius;
                    mask.cover(x, y, share * Math.min(1, 1 - outside / RIM));
                }
            }
        }
    }
}
