package io.unveil.pipeline.score;

import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.ParameterText;

/** How anomalous places of a picture are shown. */
public enum AnomalyView {
    /** How anomalous each place is, as colours on an absolute scale: a normal picture stays blue and gray. */
    HEATMAP,
    /** The same over the picture in gray, with places that reach the threshold outlined. */
    OVERLAY,
    /** White where the threshold is reached. */
    MASK,
    /** The network's reconstruction of the picture without anomalies. */
    RECONSTRUCTION;

    /** By its name in small letters; throws {@link InvalidParameter}. */
    public static AnomalyView parse(String word) {
        return ParameterText.choice("view", word, AnomalyView.class);
    }
}
