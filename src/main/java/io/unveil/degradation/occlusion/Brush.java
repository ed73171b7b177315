package io.unveil.degradation.occlusion;

import io.unveil.degradation.Draws;

/** Draws one shape, or one small group of them, somewhere on a canvas. */
@FunctionalInterface
public interface Brush {
    /**
     * @param draws decides place and form
     * @param scale pixels to the unit of the sizes that brushes are written in
     */
    void draw(Canvas canvas, Draws draws, double scale);
}
