package io.unveil.autoencoder.layer;

/** Treatment of the positions at the end of a side that do not fill a whole step. */
public enum Rounding {
    /** The positions are left out. */
    DOWN("", "False"),
    /** One more window covers them, although it reaches past the end. */
    UP("rounded up", "True");

    private final String words;
    private final String ceilMode;

    Rounding(String words, String ceilMode) {
        this.words = words;
        this.ceilMode = ceilMode;
    }

    String words() {
        return words;
    }

    /** The argument of the engine's pooling that asks for it. */
    String ceilMode() {
        return ceilMode;
    }
}
