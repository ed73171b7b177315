package io.unveil.pipeline.denoise;

import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.ParameterText;

/** The ways to clean a picture. */
public enum Method {
    /** The network. */
    MODEL,
    /** Non-local means (Buades, Coll, Morel 2005), the baseline to compare with. */
    NLM;

    /** "model" or "nlm"; throws {@link InvalidParameter}. */
    public static Method parse(String word) {
        return ParameterText.choice("method", word, Method.class);
    }
}
