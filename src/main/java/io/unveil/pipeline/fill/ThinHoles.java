package io.unveil.pipeline.fill;

import io.unveil.image.Mask;

/** Whether a hole is made of thin things: scattered pixels whatever their share, hairs, scratches, letters. */
final class ThinHoles {
    /** No pixel of it lies further than this many pixels from a known one … */
    private static final int DEPTH = 8;

    /** … except for one pixel in a thousand: where nine of ten are lost at random, a few lie deeper. */
    private static final double EXCEPTIONS = .001;

    private ThinHoles() {}

    static boolean of(Mask hole) {
        return hole.core(DEPTH).count() <= EXCEPTIONS * hole.count();
    }
}
