package io.unveil.pipeline.denoise;

import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.ParameterText;

/** Alternatives to the usual one pass of the usual network. */
public enum Quality {
    /** One pass of the small network that is shipped beside the usual one. */
    FAST,
    /** The mean over the eight flips and turns of the picture: eight times the work for about 0.05 to 0.1 dB. */
    BEST;

    /** "fast" or "best"; throws {@link InvalidParameter}. */
    public static Quality parse(String word) {
        return ParameterText.choice("quality", word, Quality.class);
    }
}
