package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;
import java.util.function.Function;

/**
 * A piece of texture. A quarter are pasted as they are, as in CutPaste (Li et al., CVPR 2021). The others are shifted
 * to the level of the replaced part, half of all within about half a standard deviation, a quarter exactly, with .7 to
 * 1.5 times their contrast, so that texture and not brightness gives them away.
 *
 * @param source the site's texture
 */
record TextureFilling(Function<DefectSite, TextureSource> source) implements DefectPainter {
    @Override
    public Pixels draw(DefectSite site, Draws draws) {
        Pixels piece = site.piece(source.apply(site), draws);
        boolean near = draws.chance(.5);
        if (!near && draws.chance(.5)) {
            return piece;
        }
        double contrast = draws.byFactors(.7, 1.5);
        double off = near ? .5 * site.spread() * draws.normal() : 0;
        double[] from = site.levels(piece);
        double[] to = site.levels(site.before());
        int channels = piece.channels();
        float[] values = new float[piece.values().length];
        for (int i = 0; i < values.length; i++) {
            int c = i % channels;
            values[i] = (float) ((piece.values()[i] - from[c]) * contrast + to[c] + off);
        }
        return new Pixels(piece.width(), piece.height(), channels, values);
    }
}
