package io.unveil.pipeline.fill;

import io.unveil.filling.Fill;
import io.unveil.filling.Interruption;
import io.unveil.filling.PatchCompletion;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;

/**
 * Fills the whole hole by a network, and then its wide parts again by patches, because a network of this size leaves
 * them smooth, without the texture around.
 *
 * @param seed of the patches
 * @param interruption of the patches; the network has its own
 */
record WidePartsByPatches(Fill network, long seed, Interruption interruption) implements Fill {
    /**
     * Parts at least twice this many pixels across are wide: narrower ones look as good when the network fills them,
     * and are closer to the truth.
     */
    private static final int HALF_WIDTH = 20;

    /** With more than this, patches take longer than a caller waits. */
    private static final int MOST_PIXELS = 500_000;

    /** Whether a hole has wide parts. */
    static boolean has(Mask hole) {
        return hole.count() <= MOST_PIXELS && !hole.core(HALF_WIDTH).isEmpty();
    }

    @Override
    public Pixels fill(Pixels picture, Mask hole) {
        Pixels filled = network.fill(picture, hole);
        Mask core = hole.core(HALF_WIDTH);
        if (core.isEmpty()) {
            return filled;
        }
        Mask wide =
                core.grown(HALF_WIDTH); // never beyond the hole: every known pixel is further than that from the core
        return new PatchCompletion((started, parts) -> started, seed, interruption).fill(filled, wide);
    }
}
