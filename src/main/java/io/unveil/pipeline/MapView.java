package io.unveil.pipeline;

import io.unveil.anomaly.AnomalyMap;
import io.unveil.anomaly.Heat;
import io.unveil.image.BitDepth;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;

/** Draws a map of anomaly in the size of its picture. */
record MapView(Picture picture, AnomalyMap map, Scale scale, double threshold) {
    Picture of(View view) {
        Pixels raw = map.enlarged(picture.size());
        Pixels shown = switch (view) {
            case OVERLAY -> Outline.of(reached(raw)).over(Heat.over(picture.pixels(), heat(raw)));
            case MASK -> reached(raw);
            default -> Heat.map(heat(raw));
        };
        return Picture.of(shown, BitDepth.EIGHT, picture.format());
    }

    private Pixels heat(Pixels raw) {
        float[] values = new float[raw.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.max(0, Math.min(1, scale.heat(raw.values()[i], threshold)));
        }
        return new Pixels(raw.width(), raw.height(), 1, values);
    }

    /** 1 where the threshold is reached. */
    private Pixels reached(Pixels raw) {
        double limit = scale.place(threshold);
        float[] values = new float[raw.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = raw.values()[i] >= limit ? 1 : 0;
        }
        return new Pixels(raw.width(), raw.height(), 1, values);
    }
}
