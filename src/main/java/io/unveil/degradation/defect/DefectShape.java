package io.unveil.degradation.defect;

import io.unveil.degradation.occlusion.OcclusionShape;
import io.unveil.text.Words;

/**
 * The shapes of synthetic defects. "Side" is the shorter side of the picture; docs/defects.md has the formulas and a
 * picture of each.
 */
public enum DefectShape {
    /** Regions where a smooth random field is high: one or many, round or elongated, cut by a disc or not. */
    BLOBS(new BlobOutline(), 2),
    /** One ellipse or a few, with a rim that may be uneven. */
    ELLIPSES(new EllipseOutline(), 1),
    /** One to three lines, straight or curved, 1 to 12 pixels wide, tapering at the ends. */
    STROKES(new StrokeOutline(), 1),
    /** A crack of 1 to 2.5 pixels, kinked and branching. */
    CRACKS(new CrackOutline(), .75),
    /** Everything beyond a wavy line, or a piece of that: an edge or a corner broken off. */
    EDGES(new EdgeOutline(), .65),
    /** A band with wavy edges, from border to border or a piece of it. */
    BANDS(new BandOutline(), .35),
    /** A rectangle, half of them turned. */
    RECTANGLES(new RectangleOutline(), .7),
    /** A long thin rectangle at any angle. */
    SCARS(new ScarOutline(), .4),
    /** Shapes of {@link OcclusionShape}: polygons, hairs, scratches, text. */
    OCCLUSIONS(new OcclusionOutline(), .4);

    private final DefectOutline outline;
    private final double usualWeight;

    DefectShape(DefectOutline outline, double usualWeight) {
        this.outline = outline;
        this.usualWeight = usualWeight;
    }

    DefectOutline outline() {
        return outline;
    }

    double usualWeight() {
        return usualWeight;
    }

    /** As users write it. */
    public String word() {
        return Words.of(this);
    }
}
