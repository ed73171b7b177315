package io.unveil.pipeline;

/** What cleans the picture. */
public enum Method {
    /** The network. */
    MODEL,
    /** Non-local means (Buades, Coll, Morel 2005), the baseline to compare with. */
    NLM;

    /** "model" or "nlm"; throws {@link InvalidParameter}. */
    public static Method parse(String word) {
        return Words.choice("method", word, Method.class);
    }
}
