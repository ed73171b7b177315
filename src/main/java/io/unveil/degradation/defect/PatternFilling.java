package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;

/**
 * A drawn pattern of .3 to 2 standard deviations around roughly the mean of the replaced part: half of them noise
 * fields, the others stripes, three in ten of which are crossed to checks, with a period of 3 pixels to a third of the
 * side at any angle.
 */
final class PatternFilling implements DefectPainter {
    @Override
    public Pixels draw(DefectSite site, Draws draws) {
        double[] levels = site.levels(site.before());
        double off = .7 * site.spread() * draws.normal();
        double[] swing = DefectPainter.tint(levels.length, draws);
        double strength = site.spread() * draws.byFactors(.3, 2);
        for (int c = 0; c < swing.length; c++) {
            levels[c] += off;
            swing[c] *= strength;
        }
        if (draws.chance(.5)) {
            NoiseFields.Field field = site.fields().piece(site.mask().size(), draws);
            return site.filled((x, y, c, before) -> levels[c] + swing[c] * field.at(x, y));
        }
        double turns = 2 * Math.PI / draws.byFactors(3, Math.max(3, site.mask().side() / 3.)); // radians a pixel
        double angle = draws.between(0, Math.PI);
        double phase = draws.between(0, 2 * Math.PI);
        double across = turns * StrictMath.cos(angle);
        double down = turns * StrictMath.sin(angle);
        Wave wave = Wave.of(site, across, down, phase);
        if (draws.chance(.7)) {
            return site.filled((x, y, c, before) -> levels[c] + swing[c] * wave.at(x, y));
        }
        Wave crossing = Wave.of(site, -down, across, 0);
        return site.filled(
                (x, y, c, before) -> levels[c] + (wave.at(x, y) * crossing.at(x, y) > 0 ? swing[c] : -swing[c]));
    }

    /** sin(a x + b y + p), from the sines and cosines of a x + p for each column and of b y for each row. */
    private record Wave(double[] sines, double[] cosines, double[] rowSines, double[] rowCosines) {
        static Wave of(DefectSite site, double across, double down, double phase) {
            int width = site.picture().width();
            int height = site.picture().height();
            Wave wave = new Wave(new double[width], new double[width], new double[height], new double[height]);
            for (int x = 0; x < width; x++) {
                wave.sines[x] = StrictMath.sin(across * x + phase);
                wave.cosines[x] = StrictMath.cos(across * x + phase);
            }
            for (int y = 0; y < height; y++) {
                wave.rowSines[y] = StrictMath.sin(down * y);
                wave.rowCosines[y] = StrictMath.cos(down * y);
            }
            return wave;
        }

        double at(int x, int y) {
            return sines[x] * rowCosines[y] + cosines[x] * rowSines[y];
        }
    }
}
