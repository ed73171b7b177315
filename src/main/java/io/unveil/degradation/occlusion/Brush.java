package io.unveil.degradation.occlusion;

import io.unveil.degradation.Draws;

/** Draws one shape, or a small group of shapes, at a random place of a canvas. */
@FunctionalInterface
public interface Brush {
    /**
     * @param draws decide place and form
     * @param scale pixels per unit of the brushes' sizes
     */
    void draw(Canvas canvas, Draws draws, double scale);
}
