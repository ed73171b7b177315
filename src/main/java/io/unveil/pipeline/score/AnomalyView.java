package io.unveil.pipeline.score;

import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.ParameterText;

/** How the places of a picture that are anomalous are shown. */
public enum AnomalyView {
    /** How anomalous each place is, as colours on an absolute scale: a normal picture looks calm. */
    HEATMAP,
    /** The same over the picture in gray, what reaches the threshold outlined. */
    OVERLAY,
    /** White where the threshold is reached. */
    MASK,
    /** The picture as the network thinks it should be. */
    RECONSTRUCTION;

    /** By its name in small letters; throws {@link InvalidParameter}. */
    public static AnomalyView parse(String word) {
        return ParameterText.choice("view", word, AnomalyView.class);
    }
}
