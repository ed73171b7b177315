package io.unveil.degradation.occlusion;

import io.unveil.text.Words;

/** The kinds of drawn shapes. */
public enum OcclusionShape {
    /** Free-form brush strokes, 4 to 30 pixels wide, as if painted with a mouse. */
    STROKES(new StrokeBrush(), .1, .3),
    /** Lines of lettering, 12 to 50 pixels high: subtitles, captions, watermarks. */
    TEXT(new TextBrush(), .05, .15),
    /** Upright and a few turned rectangles, 8 to 90 pixels a side. */
    RECTANGLES(new RectangleBrush(), .1, .3),
    /** Polygons, ellipses and blobs, 16 to 120 pixels across. */
    POLYGONS(new PolygonBrush(), .1, .3),
    /** Thin curved threads, 1 to 3.5 pixels wide. */
    HAIRS(new HairBrush(), .02, .08),
    /** Long straight scratches as of film and prints, often broken, and specks of dust. */
    SCRATCHES(new ScratchBrush(), .01, .05),
    /** Bars across the whole picture, upright or level, 6 to 40 pixels thick. */
    BARS(new BarBrush(), .1, .3),
    /** Pairs of glasses, 100 to 160 pixels across, dark or only frames. */
    GLASSES(new GlassesBrush(), .05, .15);

    private final Brush brush;
    private final Coverage usual;

    OcclusionShape(Brush brush, double least, double most) {
        this.brush = brush;
        this.usual = new Coverage(least, most);
    }

    public Brush brush() {
        return brush;
    }

    /** The usual coverage. */
    public Coverage usual() {
        return usual;
    }

    Occlusion usually() {
        return new Occlusion.Shapes(this, usual);
    }

    /** As users write it. */
    String word() {
        return Words.of(this);
    }
}
