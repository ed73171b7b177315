package io.unveil.pipeline.score;

import io.unveil.anomaly.AnomalyMap;
import io.unveil.image.Pixels;

/** How anomalous each place of a picture is, on the scale of the threshold. */
public final class ScoreMap {
    private final AnomalyMap map;
    private final ScoreScale scale;

    ScoreMap(AnomalyMap map, ScoreScale scale) {
        this.map = map;
        this.scale = scale;
    }

    /** Scores from 0 to 1 in one channel, of the size of the map: of what the network read, or of half of it. */
    public Pixels scores() {
        float[] raw = map.values().values();
        float[] scores = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            scores[i] = (float) scale.ofPlace(raw[i]);
        }
        return new Pixels(map.values().width(), map.values().height(), 1, scores);
    }
}
