package io.unveil.pipeline;

/** How much time a picture is given. */
public enum Quality {
    /** One pass of the network. */
    FAST,
    /** The mean over the eight flips and turns of the picture: eight times the work for about 0.05 to 0.1 dB. */
    BEST;

    /** "fast" or "best"; throws {@link InvalidParameter}. */
    public static Quality parse(String word) {
        return Words.choice("quality", word, Quality.class);
    }
}
