package io.unveil.degradation;

/**
 * A large ellipse that comes and goes without an edge, as stains and uneven light do: radius side/8 to side/1.2, up to 3 times as long as wide, its rim uneven by up to
 * half of a noise field and as wide as half to all of the radius.
 */
final class CloudOutline implements Outline {
    @Override
    public void draw(SoftMask mask, NoiseFields fields, Draws draws) {
        NoiseFields.Field field = fields.piece(mask.size(), draws);
        double uneven = draws.between(0, .5);
        double radius = draws.byFactors(mask.side() / 8., mask.side() / 1.2);
        double stretch = Math.sqrt(draws.byFactors(1, 3));
        double angle = draws.between(0, Math.PI);
        double cos = StrictMath.cos(angle) / radius;
        double sin = StrictMath.sin(angle) / radius;
        double middleX = draws.uniform() * mask.size().width();
        double middleY = draws.uniform() * mask.size().height();
        double rim = draws.between(.5, 1);
        for (int y = 0; y < mask.size().height(); y++) {
            for (int x = 0; x < mask.size().width(); x++) {
                double offX = x + .5 - middleX;
                double offY = y + .5 - middleY;
                double u = (cos * offX + sin * offY) / stretch;
                double v = (cos * offY - sin * offX) * stretch;
                double inside = 1 + uneven * field.at(x, y) - Math.sqrt(u * u + v * v);
                mask.cover(x, y, inside / rim + .5);
            }
        }
    }
}
