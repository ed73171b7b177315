package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;

/** One ellipse, or up to four in three of ten: radius 1.5 pixels to 1/7 of the side, up to 3.5 times as long as wide, the rim uneven by up to a third. */
final class EllipseOutline implements DefectOutline {
    @Override
    public void draw(SoftMask mask, NoiseFields fields, Draws draws) {
        NoiseFields.Field field = fields.piece(mask.size(), draws);
        double uneven = draws.between(0, .35);
        for (int count = draws.chance(.3) ? 1 + draws.below(4) : 1; count > 0; count--) {
            ellipse(mask, field, uneven, draws);
        }
    }

    private static void ellipse(SoftMask mask, NoiseFields.Field field, double uneven, Draws draws) {
        double radius = draws.byFactors(1.5, Math.max(1.5, mask.side() / 7.));
        double stretch = Math.sqrt(draws.byFactors(1, 3.5));
        double along = radius * stretch;
        double across = radius / stretch;
        double angle = draws.between(0, Math.PI);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double middleX = draws.uniform() * mask.size().width();
        double middleY = draws.uniform() * mask.size().height();
        double edge = draws.chance(.5) ? 1 : draws.between(1, Math.max(1.2, radius * .7));
        mask.around(middleX, middleY, along * (1 + 3 * uneven) + edge).ifPresent(part -> {
            for (int y = part.y(); y < part.bottom(); y++) {
                for (int x = part.x(); x < part.right(); x++) {
                    double offX = x + .5 - middleX;
                    double offY = y + .5 - middleY;
                    double u = (cos * offX + sin * offY) / along;
                    double v = (cos * offY - sin * offX) / across;
                    double inside = 1 + uneven * field.at(x, y) - Math.sqrt(u * u + v * v);
                    mask.cover(x, y, inside * across / edge + .5);
                }
            }
        });
    }
}
