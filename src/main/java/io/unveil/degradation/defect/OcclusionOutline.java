package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;
import io.unveil.degradation.occlusion.Brush;
import io.unveil.degradation.occlusion.Canvas;
import io.unveil.degradation.occlusion.Occlusion;
import io.unveil.degradation.occlusion.OcclusionShape;
import java.util.List;

/** One shape drawn with the brushes of {@link Occlusion}; its edges are hard. */
final class OcclusionOutline implements DefectOutline {
    private static final List<OcclusionShape> SHAPES =
            List.of(OcclusionShape.POLYGONS, OcclusionShape.HAIRS, OcclusionShape.SCRATCHES, OcclusionShape.TEXT);
    private static final double COMMON_SIDE = 400;

    @Override
    public void draw(SoftMask mask, NoiseFields fields, Draws draws) {
        Canvas canvas = new Canvas(mask.size());
        Brush brush = SHAPES.get(draws.below(SHAPES.size())).brush();
        brush.draw(canvas, draws, Math.max(.5, mask.side() / COMMON_SIDE));
        boolean[] covered = canvas.covered();
        for (int i = 0; i < covered.length; i++) {
            if (covered[i]) {
                mask.cover(i % mask.size().width(), i / mask.size().width(), 1);
            }
        }
    }
}
