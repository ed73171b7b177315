package io.unveil.pipeline.score;

import io.unveil.anomaly.AnomalyMap;
import io.unveil.anomaly.Heat;
import io.unveil.image.BitDepth;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;

/**
 * Draws a map of anomaly in the size of its picture, row by row: a large picture is never in memory as float colours.
 */
record MapView(Picture picture, AnomalyMap map, ScoreScale scale, double threshold) {
    Picture of(AnomalyView view) {
        Pixels raw = map.enlarged(picture.size());
        Contours outline = Contours.of(raw, scale.place(threshold));
        int channels = view == AnomalyView.MASK ? 1 : 3;
        Picture.Canvas canvas = Picture.blank(picture.size(), channels, BitDepth.EIGHT, picture.format())
                .canvas();
        for (int y = 0; y < raw.height(); y++) {
            Pixels row = raw.region(0, y, raw.width(), 1);
            canvas.put(
                    0,
                    y,
                    switch (view) {
                        case OVERLAY ->
                            outline.over(y, Heat.over(picture.region(0, y, raw.width(), 1), aboveUsual(heat(row))));
                        case MASK -> outline.inside(y);
                        case HEATMAP -> Heat.map(heat(row));
                        case RECONSTRUCTION ->
                            throw new IllegalArgumentException("a reconstruction is no view of a map");
                    });
        }
        return canvas.picture();
    }

    private Pixels heat(Pixels raw) {
        float[] values = new float[raw.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.max(0, Math.min(1, scale.heat(raw.values()[i], threshold)));
        }
        return new Pixels(raw.width(), raw.height(), 1, values);
    }

    /**
     * 0 up to 1/4, the usual level of normal pictures, so that the picture stays unchanged there; from 1/2 on
     * unchanged.
     */
    private static Pixels aboveUsual(Pixels heat) {
        float[] values = new float[heat.values().length];
        for (int i = 0; i < values.length; i++) {
            float one = heat.values()[i];
            values[i] = one < 0.5f ? Math.max(0, 2 * one - 0.5f) : one;
        }
        return new Pixels(heat.width(), heat.height(), 1, values);
    }
}
